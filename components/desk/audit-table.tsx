import { Moment } from '@/components/record/moment'
import { Ledger } from '@/components/view/ledger'
import type { AuditEvent } from '@/domain/audit'
import type { DeskMessages } from '@/messages/desk/desk.en'

type Row = {
  n: number
  at: Date
  actorName: string | null
  event: AuditEvent
  subject: string | null
  subjectName: string | null
  detail: string | null
}

/** Lines of the log, the newest first. */
export function AuditTable({ rows, words }: { rows: readonly Row[]; words: DeskMessages['log'] }) {
  if (rows.length === 0) return <p className="text-muted">{words.none}</p>
  return (
    <Ledger heads={[words.time, words.actor, words.event, words.subject, words.detail]} caption={words.title}>
      {rows.map(({ n, at, actorName, event, subject, subjectName, detail }) => (
        <tr key={n} data-event={event}>
          <td>
            <Moment at={at} />
          </td>
          <td>{actorName ?? <span className="text-muted">{words.unknown}</span>}</td>
          <td>{words.events[event]}</td>
          <td>{subjectName ?? subject}</td>
          <td className="text-muted">{detail}</td>
        </tr>
      ))}
    </Ledger>
  )
}
