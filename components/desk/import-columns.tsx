import type { ImportMessages } from '@/messages/desk/import.en'

/** A column of a file; `holds` is a head of the noun's CSV, empty where it is left aside, absent where nobody has said. */
export type ImportColumn = { head: string; holds: string | undefined; sample: string }

type ImportColumnsProps = {
  columns: readonly ImportColumn[]
  /** What a column may hold. */
  options: readonly { head: string; label: string }[]
  words: ImportMessages
}

/** What each column of a file holds, to be changed: a part of the form that looks at the file again. */
export function ImportColumns({ columns, options, words }: ImportColumnsProps) {
  return (
    <div className="ledger-frame my-4">
      <table className="ledger w-full">
        <caption className="sr-only">{words.columns}</caption>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.holds}</th>
            <th scope="col">{words.sample}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ head, holds, sample }, at) => (
            <tr key={head} data-column={head}>
              <th scope="row" className="font-normal">
                <code className="wrap-anywhere">{head}</code>
                <input type="hidden" name={`head ${at}`} value={head} />
              </th>
              <td>
                <select
                  key={holds ?? '?'}
                  name={`column ${at}`}
                  aria-label={`${words.holds}: ${head}`}
                  defaultValue={holds ?? '?'}
                  className="min-h-9 w-full min-w-40 rounded-xs border border-muted bg-field px-2 text-ink"
                >
                  {holds === undefined && <option value="?">{words.choose}</option>}
                  <option value="">{words.leave}</option>
                  {options.map((option) => (
                    <option key={option.head} value={option.head}>
                      {option.label}
                    </option>
                  ))}
                </select>
              </td>
              <td className="max-w-60 truncate text-muted">{sample}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
