import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { closeDatabase, read } from './client'
import { copyOut } from './copy-out'
import { observation } from './schema/record'
import { useTestDatabase } from './testing/use-database'

const database = useTestDatabase()

test.each([`'; drop table observation; --`, `\\'; select 1; --`, `\\`, `''`, '$1 $$ :a ?', '"x"', '璧山区 é 😀'])(
  'the parameter %j stays a value',
  async (text) => {
    expect(await copyOut(sql`select ${text}::text = ${text}, length(${text})`)).toEqual([`t,${[...text].length}`])
    expect(await copyOut(sql`select 1 from ${observation} where ${observation.id} = ${text}`)).toEqual([])
  },
)

test('lines hold values as COPY writes them', async () => {
  const lines = await copyOut(sql`
    select * from (values (1, 'a,b', null::text, E'c\\\\d\\ne\\tf', 1.50), (2, '', '璧山', '"', null)) as given order by 1`)
  expect(lines).toEqual([String.raw`1,a\,b,,c\\d\ne\tf,1.50`, '2,,璧山,",'])
})

test('its connections serve again after long answers and after a refusal', async () => {
  for (let round = 0; round < 30; round += 1) {
    const lines = await copyOut(sql`select repeat('x', 200) from generate_series(1, ${100 + 37 * round})`)
    expect(lines).toHaveLength(100 + 37 * round)
    await read((database) => Promise.all(Array.from({ length: 8 }, () => database.execute(sql`select 1`))))
  }
  await expect(copyOut(sql`select 1 / (n - 4000) from generate_series(1, 5000) n`)).rejects.toThrow('division by zero')
  await expect(copyOut(sql`delete from ${observation} returning id`)).rejects.toThrow(/read-only|permission denied/)
  await read((database) => Promise.all(Array.from({ length: 8 }, () => database.execute(sql`select 1`))))
})

test('a backslash is nothing but itself, also where the server takes it for more', async () => {
  const owner = postgres(database.get().url, { max: 1, onnotice: () => {} })
  await owner.unsafe(
    `alter database "${new URL(database.get().url).pathname.slice(1)}" set standard_conforming_strings to off`,
  )
  await owner.end()
  await closeDatabase()
  const text = `\\\\' or true --`
  expect(await copyOut(sql`select ${text}::text = ${text}, length(${text})`)).toEqual([`t,${text.length}`])
})
