import { fillTemplate } from '@/components/chart/chart-words'
import { nameHeads } from '@/components/view/name-heads'
import { getLabel, type Reading } from '@/components/view/reading'
import type { IdentitySummary } from '@/domain/identity'

/** Each identity, how often it was tested, and how the tests came out. */
export function ChecksTable({ reading, summaries }: { reading: Reading; summaries: readonly IdentitySummary[] }) {
  const { words } = reading
  const outcomes = words.codes['checks.outcome']
  return (
    <section className="ledger-frame mt-6" aria-label={words.pages.checks.title}>
      <table
        className="ledger ledger-sums"
        style={nameHeads([
          words.checks.identity,
          words.checks.tests,
          outcomes.passes,
          outcomes.rounding,
          outcomes.fails,
        ])}
      >
        <caption className="sr-only">{words.pages.checks.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.checks.identity}</th>
            <th scope="col" className="text-end">
              {words.checks.tests}
            </th>
            <th scope="col" className="text-end">
              {outcomes.passes}
            </th>
            <th scope="col" className="text-end">
              {outcomes.rounding}
            </th>
            <th scope="col" className="text-end">
              {outcomes.fails}
            </th>
          </tr>
        </thead>
        <tbody>
          {summaries.map((summary) => (
            <tr key={summary.key} data-identity={summary.key}>
              <th scope="row">{describe(summary, reading)}</th>
              <td className="text-end tabular-nums">
                {summary.counts.passes + summary.counts.rounding + summary.counts.fails}
              </td>
              <td className="text-end tabular-nums">{summary.counts.passes}</td>
              <td className="text-end tabular-nums">{summary.counts.rounding}</td>
              <td className={`text-end tabular-nums ${summary.counts.fails > 0 ? 'font-semibold text-accent' : ''}`}>
                {summary.counts.fails}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function describe({ kind, total, parts }: IdentitySummary, reading: Reading): string {
  const { checks, identity } = reading.words
  const name = (id: string) => getLabel(reading, 'indicator', id).text
  if (kind === 'ytd') return fillTemplate(checks.ytdName, { name: name(total) })
  if (kind === 'most') return fillTemplate(checks.mostName, { part: parts.map(name).join(''), total: name(total) })
  return fillTemplate(identity.sum, { parts: parts.map(name).join(' + '), total: name(total) })
}
