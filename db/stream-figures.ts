import { setImmediate } from 'node:timers/promises'
import { and, sql } from 'drizzle-orm'
import { figureKeys } from '@/domain/figure-csv'
import type { View } from '@/domain/view'
import { asOf } from './as-of'
import { copyOut } from './copy-out'
import { toColumn } from './record-table'
import { observation } from './schema/record'
import { getWhere } from './view-queries'

const BATCH = 5_000

/**
 * All figures of a view in batches, in the order of their ids, each figure a line of {@link copyOut}: its id and then the
 * values of `figureKeys`. Each batch is a query of its own, so a slow reader holds no connection, and the edition keeps
 * them consistent without a transaction. The next batch is asked for while this one is written.
 */
export async function* streamFigures(view: View<'debt'>, edition: number): AsyncGenerator<string[]> {
  let coming = getBatch(view, edition, '')
  for (;;) {
    const lines = await coming
    const last = lines.at(-1)
    if (last === undefined) return
    const isLast = lines.length < BATCH
    if (!isLast) {
      coming = getBatch(view, edition, last.slice(0, last.indexOf(',')))
      // Nobody waits for it where the reader goes away meanwhile.
      coming.catch(() => {})
      // The driver writes a query at the turn of the loop after the one that asks: the database works while a batch is written.
      await setImmediate()
      await setImmediate()
    }
    yield lines
    if (isLast) return
  }
}

function getBatch(view: View<'debt'>, edition: number, after: string): Promise<string[]> {
  const where = and(asOf(observation, edition), getWhere('debt', view, edition), sql`${observation.id} > ${after}`)
  const columns = figureKeys.map((key) => sql.identifier(toColumn(key)))
  return copyOut(sql`
    select id, ${sql.join(columns, sql`, `)} from ${observation} where ${where} order by ${observation.id} limit ${BATCH}`)
}
