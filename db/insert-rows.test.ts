import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDesk } from './client'
import { toArray } from './insert-rows'
import { publish } from './publish'
import { addTestEditor, useTestDatabase } from './testing/use-database'
import { verify } from './verify/verify'

useTestDatabase()

const texts = ['plain', 'a,b {c} "d"', 'back\\slash', '\\n is no line', 'a line\nand a\ttab', 'null', '璧山 😀', '{}']

test('a few rows and thousands stand in their table as they were published', async () => {
  const author = await addTestEditor('ada')
  for (const count of [1, 99, 100, 2_001]) {
    const changes = Array.from({ length: count }, (_, at) => {
      const text = texts[at % texts.length] ?? ''
      const fields = {
        ...{ title: text, publisher: 'P', url: 'https://example.org/', language: 'en', kind: 'official' },
        ...{ reliability: 'A', ...(at % 3 === 0 ? { note: text } : {}) },
      }
      return { noun: 'source' as const, id: `s-${count}-${String(at).padStart(4, '0')}`, base: null, fields }
    })
    expect(await publish({ author, summary: 'Sources', changes })).toMatchObject({ ok: true })
    const stored = await readDesk((database) =>
      database.execute<{ title: string; note: string | null }>(
        sql`select title, note from source where id like ${`s-${count}-%`} order by id`,
      ),
    )
    expect([...stored]).toEqual(changes.map(({ fields }) => ({ title: fields.title, note: fields.note ?? null })))
  }
  expect(await verify()).toMatchObject({ ok: true })
})

test('an array is spelled so that the database reads the same values', async () => {
  for (const list of [texts, [...texts, null], [1, null, 2], [], ['only', 'plain', null]]) {
    const [row] = await readDesk((database) =>
      database.execute<{ list: unknown }>(sql`select to_json(${toArray(list)}::text[]) as list`),
    )
    expect(row?.list).toEqual(list.map((value) => (value === null ? null : String(value))))
  }
})
