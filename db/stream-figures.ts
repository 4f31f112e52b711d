import { setImmediate } from 'node:timers/promises'
import { and, sql } from 'drizzle-orm'
import { type FigureColumns, figureKeys, makeFigureColumns } from '@/domain/figure-csv'
import type { View } from '@/domain/view'
import { asOf } from './as-of'
import { read } from './client'
import { toColumn } from './record-table'
import { observation } from './schema/record'
import { getWhere } from './view-queries'

const BATCH = 5_000
/** Between values: no text of the record holds a control character (see domain/field.ts). */
const SEPARATOR = '\u001f'

type Batch = { last: string | null; count: number } & { [column: string]: string | number | null }

/**
 * All figures of a view in batches of 5,000, in the order of their ids. Each batch is a query of its own, so a slow
 * reader holds no connection, and the edition keeps them consistent without a transaction. A batch comes as one row of
 * long texts, since a driver reads eleven texts far faster than eleven times 5,000, and citations, the longest of them,
 * are sent where they differ from those of the figure before. The next batch is asked for while this one is written.
 */
export async function* streamFigures(view: View<'debt'>, edition: number): AsyncGenerator<FigureColumns> {
  let coming = getBatch(view, edition, '')
  for (;;) {
    const batch = await coming
    if (batch.last === null) return
    const isLast = batch.count < BATCH
    if (!isLast) {
      coming = getBatch(view, edition, batch.last)
      // Nobody waits for it where the reader goes away meanwhile.
      coming.catch(() => {})
      // The driver writes a query at the turn of the loop after the one that asks: the database works while a batch is written.
      await setImmediate()
      await setImmediate()
    }
    yield toColumns(batch)
    if (isLast) return
  }
}

async function getBatch(view: View<'debt'>, edition: number, after: string): Promise<Batch> {
  const where = and(asOf(observation, edition), getWhere('debt', view, edition), sql`${observation.id} > ${after}`)
  const texts = figureKeys.map((key) => {
    const column = sql.identifier(toColumn(key))
    const value =
      key === 'citations' ? sql`case when cited_again then '' else citations::text end` : sql`${column}::text`
    return sql`string_agg(coalesce(${value}, ''), ${SEPARATOR}) as ${column}`
  })
  const [batch] = await read((database) =>
    database.execute<Batch>(sql`
      select max(id) as last, count(*)::int as count, ${sql.join(texts, sql`, `)}
      from (
        select *, citations = lag(citations) over (order by id) as cited_again
        from (select * from ${observation} where ${where} order by ${observation.id} limit ${BATCH}) ordered
      ) batch`),
  )
  return batch ?? { last: null, count: 0 }
}

function toColumns(batch: Batch): FigureColumns {
  return makeFigureColumns((key) => {
    const texts = String(batch[toColumn(key)] ?? '').split(SEPARATOR)
    return key === 'citations' ? repeatLast(texts) : texts
  })
}

/** Every figure has citations, so where none stand they are those of the figure before. */
function repeatLast(texts: readonly string[]): string[] {
  let last = ''
  return texts.map((text) => {
    last = text === '' ? last : text
    return last
  })
}
