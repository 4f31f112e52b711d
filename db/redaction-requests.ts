import { sql } from 'drizzle-orm'
import type { Noun } from '@/domain/field'
import {
  listMarked,
  listRedactable,
  type Marks,
  type RedactionRequest,
  repeatsRedacted,
  toMarks,
} from '@/domain/redaction'
import { readDesk, transact } from './client'
import { writeAudit } from './people/audit'
import { isAdmin, isChanged, listVersions, type RedactionRefusal } from './redactions'

type Asking = { by: string; noun: Noun; id: string; keys: readonly string[]; reason: string }

const REASON_MOST = 500

/** Asks that fields of a record be redacted in every version. Nothing is changed before another admin confirms. */
export function askRedaction({
  by,
  noun,
  id,
  keys,
  reason: given,
}: Asking): Promise<{ ok: true; n: number } | RedactionRefusal> {
  const reason = given.trim().normalize('NFC').slice(0, REASON_MOST)
  return transact(async (transaction) => {
    if (!(await isAdmin(transaction, by))) return { ok: false, error: 'forbidden' } as const
    const marks = toMarks(noun, keys)
    if (!marks) return { ok: false, error: 'not-redactable' } as const
    if (reason === '') return { ok: false, error: 'no-summary' } as const
    const versions = await listVersions(transaction, noun, id)
    if (versions.length === 0) return { ok: false, error: 'unknown' } as const
    if (!versions.some(({ change }) => isChanged(change, marks))) return { ok: false, error: 'absent' } as const
    if (
      repeatsRedacted(
        reason,
        versions.map(({ change }) => change),
        marks,
      )
    )
      return { ok: false, error: 'repeats' } as const
    const [row] = await transaction.execute<{ n: number }>(sql`
      insert into desk.redaction (noun, id, marks, reason, asked_by)
      values (${noun}, ${id}, ${JSON.stringify(marks)}::jsonb, ${reason}, ${by}) returning n`)
    const n = row?.n ?? 0
    const line = { subject: `${noun} ${id}`, detail: listMarked(noun, marks).join(' ') }
    await writeAudit(transaction, { actor: by, event: 'redaction-asked', ...line })
    return { ok: true, n } as const
  })
}

/** Takes a request back; either admin may, and every other. */
export function withdrawRedaction({ by, n }: { by: string; n: number }): Promise<{ ok: true } | RedactionRefusal> {
  return transact(async (transaction) => {
    if (!(await isAdmin(transaction, by))) return { ok: false, error: 'forbidden' } as const
    const [row] = await transaction.execute<{ noun: string; id: string }>(sql`
      update desk.redaction set state = 'withdrawn', decided_by = ${by}, decided_at = now()
      where n = ${n} and state = 'open' returning noun, id`)
    if (!row) return { ok: false, error: 'decided' } as const
    await writeAudit(transaction, { actor: by, event: 'redaction-withdrawn', subject: `${row.noun} ${row.id}` })
    return { ok: true } as const
  })
}

/** The keys of a record that some version holds and that may be redacted; null where there never was such a record. */
export function listHeld(noun: Noun, id: string): Promise<string[] | null> {
  return transact(async (transaction) => {
    const versions = await listVersions(transaction, noun, id)
    if (versions.length === 0) return null
    return listRedactable(noun).filter((key) => {
      const marks = toMarks(noun, [key])
      return marks !== null && versions.some(({ change }) => isChanged(change, marks))
    })
  })
}

type RequestRow = {
  n: number
  noun: Noun
  id: string
  marks: Marks
  reason: string
  asked_by: string
  asked_by_name: string
  asked_at: string
  state: RedactionRequest['state']
  decided_by_name: string | null
  edition: number | null
}

/** Requests, those that wait first and then the newest. */
export function listRedactionRequests(limit: number): Promise<RedactionRequest[]> {
  return readDesk(async (database) => {
    const rows = await database.execute<RequestRow>(sql`
      select r.n, r.noun, r.id, r.marks, r.reason, r.asked_by, asker.name as asked_by_name, r.asked_at, r.state,
        decider.name as decided_by_name, r.edition
      from desk.redaction r
      join editor asker on asker.id = r.asked_by
      left join editor decider on decider.id = r.decided_by
      order by r.state = 'open' desc, r.n desc limit ${limit}`)
    return rows.map((row) => ({
      ...{ n: row.n, noun: row.noun, id: row.id, reason: row.reason, state: row.state, edition: row.edition },
      keys: listMarked(row.noun, row.marks),
      askedBy: row.asked_by,
      askedByName: row.asked_by_name,
      askedAt: new Date(row.asked_at),
      decidedByName: row.decided_by_name,
    }))
  })
}
