import { sql } from 'drizzle-orm'
import { readDesk } from '@/db/client'
import type { AuditEvent } from '@/domain/audit'

/** A line of the audit log; `actorName` is null for somebody who is not known. */
export type AuditRow = {
  n: number
  at: Date
  actor: string | null
  actorName: string | null
  event: AuditEvent
  subject: string | null
  /** The public name of the person it was done to. */
  subjectName: string | null
  detail: string | null
}

/** What lines are asked for; `q` stands in a name, a subject or a detail; `before` is the line to go on after. */
export type AuditFilter = { event: AuditEvent | null; q: string; before: number | null }

/** Lines of the audit log, the newest first. @returns one more than `limit` where there are more */
export function listAudit({ event, q, before }: AuditFilter, limit: number): Promise<AuditRow[]> {
  const pattern = `%${q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
  return readDesk(async (database) => {
    const rows = await database.execute<AuditSqlRow>(sql`
      select audit.n, audit.at, audit.actor, actor.name as actor_name, audit.event, audit.subject,
        subject.name as subject_name, audit.detail
      from desk.audit
      left join editor actor on actor.id = audit.actor
      left join editor subject on audit.subject = 'person ' || subject.id
      where (${event}::text is null or audit.event = ${event})
        and (${before}::bigint is null or audit.n < ${before})
        and (${q} = '' or actor.name ilike ${pattern} or subject.name ilike ${pattern}
          or audit.subject ilike ${pattern} or audit.detail ilike ${pattern})
      order by audit.n desc limit ${limit + 1}`)
    return rows.map(({ n, at, actor_name, subject_name, ...row }) => ({
      ...row,
      n: Number(n),
      at: new Date(at),
      actorName: actor_name,
      subjectName: subject_name,
    }))
  })
}

type AuditSqlRow = {
  n: string
  at: string
  actor: string | null
  actor_name: string | null
  event: AuditEvent
  subject: string | null
  subject_name: string | null
  detail: string | null
}
