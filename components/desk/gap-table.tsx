import type { RecordLike } from '@/components/record/record-like'
import { NameText } from '@/components/record/record-link'
import { Ledger } from '@/components/view/ledger'
import { getName, type Reading } from '@/components/view/reading'
import type { Noun } from '@/domain/field'
import type { GapKind } from '@/domain/gap'
import { formatDeskPath } from '@/domain/return-path'
import type { DeskHomeMessages } from '@/messages/desk/home.en'

type Row = { noun: Noun; id: string; detail: string }

type GapTableProps = {
  kind: GapKind
  rows: readonly Row[]
  records: readonly RecordLike[]
  reading: Reading
  words: DeskHomeMessages
}

/** Records with a gap: what they are called, leading to their form, and what of them is missing or doubtful. */
export function GapTable({ kind, rows, records, reading, words }: GapTableProps) {
  if (rows.length === 0) return <p className="text-muted">{words.none}</p>
  const fieldsOf = ({ noun, id }: Row) => records.find((record) => record.noun === noun && record.id === id)?.fields
  const fieldNames: Record<string, string> = reading.words.fields
  const [record, detail] = words.columns[kind]
  return (
    <Ledger heads={[record, words.noun, detail]} caption={words.kinds[kind]}>
      {rows.map((row) => (
        <tr key={`${row.noun} ${row.id} ${row.detail}`}>
          <th scope="row" className="font-normal">
            <a href={formatDeskPath(reading.language, toPath(kind, row))}>
              <NameText name={getName(row.noun, row.id, fieldsOf(row), reading)} reading={reading} />
            </a>
          </th>
          <td className="text-muted">{reading.words.nouns[row.noun].one}</td>
          <td className="wrap-anywhere">{kind === 'untranslated' ? fieldNames[row.detail] : row.detail}</td>
        </tr>
      ))}
    </Ledger>
  )
}

/** What is overdue is a new record like the last one; everything else is mended where it stands. */
function toPath(kind: GapKind, { noun, id }: Row): string {
  return kind === 'overdue' ? `/edit/${noun}/new?like=${encodeURIComponent(id)}` : `/edit/${noun}/${id}`
}
