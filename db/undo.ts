import { sql } from 'drizzle-orm'
import { parseChangeDocument } from '@/domain/change'
import type { Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import { describeUndo, type Standing, type Touched, type UndoObstacle } from '@/domain/undo'
import { readDesk } from './client'
import { type SubmitResult, submit } from './submit'

export type UndoResult =
  | SubmitResult
  | { ok: false; error: 'obstacles'; obstacles: UndoObstacle[] }
  | { ok: false; error: 'unknown' }

/**
 * Takes back what an edition did, as a new edition or a proposal. Where later changes stand on it, it is refused with
 * the list of them, unless `keepsLater`: then only what nobody has changed since goes back.
 */
export async function undoEdition({
  by,
  edition,
  reason,
  keepsLater,
  wantsReview = false,
}: {
  by: string
  edition: number
  reason: string
  keepsLater: boolean
  wantsReview?: boolean
}): Promise<UndoResult> {
  const undo = await readUndo(edition, reason)
  if (!undo) return { ok: false, error: 'unknown' }
  if (undo.obstacles.length > 0 && !keepsLater) return { ok: false, error: 'obstacles', obstacles: undo.obstacles }
  return submit({ author: by, kind: 'undo', summary: reason, changes: undo.changes, undoes: edition, wantsReview })
}

/** What an undo of an edition would change, and what stands in its way; null where there is no such edition. */
export async function readUndo(edition: number, reason: string) {
  const touched = await listTouched(edition)
  if (touched.length === 0) return null
  return describeUndo(touched, (noun) => getFields(noun).map(({ key }) => key), reason.trim() || '-')
}

type TouchedRow = {
  noun: Noun
  id: string
  made: string
  base: number | null
  before: string | null
  now_edition: number
  now: string
}

/** So many are asked about at once that the deadline of a query is never near. */
const TOGETHER_MOST = 2_500

async function listTouched(edition: number): Promise<Touched[]> {
  const touched: Touched[] = []
  for (let from = 0; ; from += TOGETHER_MOST) {
    const part = await listPart(edition, from)
    for (const one of part) touched.push(one)
    if (part.length < TOGETHER_MOST) return touched
  }
}

async function listPart(edition: number, from: number): Promise<Touched[]> {
  const rows = await readDesk((database) =>
    database.execute<TouchedRow>(sql`
      select made.noun, made.id, made.document as made, made.base, before.document as before,
        newest.edition as now_edition, newest.document as now
      from edition_change made
      left join edition_change before on before.noun = made.noun and before.id = made.id and before.edition = made.base
      cross join lateral (
        select edition, document from edition_change latest
        where latest.noun = made.noun and latest.id = made.id order by edition desc limit 1
      ) newest
      where made.edition = ${edition} and made.seq >= ${from} and made.seq < ${from + TOGETHER_MOST} order by made.seq`),
  )
  return rows.map(({ noun, id, made, base, before, now_edition, now }) => ({
    ...{ noun, id },
    before: base === null || before === null ? null : toStanding(base, before),
    made: toStanding(edition, made),
    now: toStanding(now_edition, now),
  }))
}

function toStanding(edition: number, document: string): NonNullable<Standing> {
  return { edition, fields: parseChangeDocument(document).fields ?? null }
}
