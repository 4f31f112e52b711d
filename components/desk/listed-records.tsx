import { fillTemplate } from '@/components/chart/chart-words'
import type { ListedRecord } from '@/domain/edit-state'
import type { EditMessages } from '@/messages/desk/edit.en'

type ListedRecordsProps = { total: number; records: readonly ListedRecord[]; words: EditMessages }

/** Records by name with their ids, each leading to its page, and how many there are besides. */
export function ListedRecords({ total, records, words }: ListedRecordsProps) {
  const more = total - records.length
  return (
    <ul className="list-disc ps-5 leading-7">
      {records.map(({ id, href, text, lang }) => (
        <li key={href}>
          <a href={href} lang={lang}>
            {text}
          </a>
          {text !== id && (
            <>
              {' '}
              <code className="record-id">{id}</code>
            </>
          )}
        </li>
      ))}
      {more > 0 && <li>{fillTemplate(words.restsMore, { count: more })}</li>}
    </ul>
  )
}
