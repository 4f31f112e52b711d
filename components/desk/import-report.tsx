import { fillTemplate } from '@/components/chart/chart-words'
import type { FieldNames } from '@/domain/import-column'
import { type ImportReport, type ReportRow, rowStates, toReportText } from '@/domain/import-report'
import type { Warning } from '@/domain/warning'
import type { ImportMessages } from '@/messages/desk/import.en'

type ImportReportProps = {
  report: ImportReport
  words: ImportMessages
  /** The words for fields by key, and for what is wrong by code. */
  fields: FieldNames
  problems: { readonly [code: string]: string }
  /** A warning in words. */
  tellWarning: (warning: Warning) => string
  /** Where the whole report is to be had, and how many rows are shown at most. */
  download: string
  most: number
}

/** What an import would do: how many rows come to what, and the rows that are wrong or change something. */
export function ImportReportTable(props: ImportReportProps) {
  const { report, words, download, most } = props
  return (
    <section aria-labelledby="report-title">
      <h2 id="report-title">{words.reportTitle}</h2>
      <ul className="my-3 flex flex-wrap gap-x-6 gap-y-1" data-report="counts">
        {rowStates
          .filter((state) => report.counts[state] > 0)
          .map((state) => (
            <li key={state} data-state={state} className={isBad(state) ? 'text-accent' : undefined}>
              <strong className="tabular-nums">{report.counts[state].toLocaleString('en')}</strong>{' '}
              {words.counts[state]}
            </li>
          ))}
      </ul>
      {report.problems.map(({ code, line, heads = [] }) => (
        <p key={code} className="notice" data-problem={code}>
          {fillTemplate(words.fileProblems[code], { line, heads: heads.join(' · ') })}
        </p>
      ))}
      {report.rows.length > 0 && (
        <div className="ledger-frame my-4">
          <table className="ledger w-full">
            <caption className="sr-only">{words.reportTitle}</caption>
            <thead>
              <tr>
                <th scope="col" className="text-end">
                  {words.line}
                </th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.record}</th>
                <th scope="col">{words.what}</th>
              </tr>
            </thead>
            <tbody>
              {report.rows.map((row) => (
                <tr key={`${row.file} ${row.line}`} data-line={row.line}>
                  <td className="text-end tabular-nums">{row.line}</td>
                  <td className={isBad(row.state) ? 'text-accent' : undefined}>{words.states[row.state]}</td>
                  <th scope="row" className="font-normal">
                    <code className="wrap-anywhere">{row.id}</code>
                  </th>
                  <td className="min-w-60">
                    <RowTexts {...props} row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {report.rows.length > 0 && (
        <p className="text-muted">
          {report.rows.length >= most && fillTemplate(words.more, { count: most })}{' '}
          <a href={download}>{words.download}</a>
        </p>
      )}
    </section>
  )
}

function isBad(state: ReportRow['state']): boolean {
  return state === 'error' || state === 'conflict'
}

type RowTextsProps = Pick<ImportReportProps, 'words' | 'fields' | 'problems' | 'tellWarning'> & { row: ReportRow }

function RowTexts({ row, words, fields, problems, tellWarning }: RowTextsProps) {
  const doubtful = (row.warnings ?? []).map((warning) =>
    fillTemplate(words.problem, { field: fields[warning.key] ?? warning.key, reason: tellWarning(warning) }),
  )
  const wrong = row.problems.map(({ key, code, head, cell = '' }) => {
    const reason = problems[code] ?? problems.other ?? code
    const field = fields[key.split('.')[0] ?? ''] ?? key
    return fillTemplate(head === undefined ? words.problem : words.problemAt, { field, head: head ?? '', cell, reason })
  })
  const changed = row.differences.map(({ key, old, new: now }) => {
    const [was, becomes] = [toReportText(old) || words.none, toReportText(now) || words.none]
    return fillTemplate(words.change, { field: fields[key] ?? key, old: was, new: becomes })
  })
  return (
    <ul className="space-y-1">
      {[...wrong, ...changed].map((text) => (
        <li key={text} className="wrap-anywhere">
          {text}
        </li>
      ))}
      {doubtful.map((text) => (
        <li key={text} className="border-s-2 border-accent ps-2 wrap-anywhere" data-warned>
          {text}
        </li>
      ))}
    </ul>
  )
}
