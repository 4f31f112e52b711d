import { type Reading, toName } from '@/components/view/reading'
import type { Citation } from '@/domain/field'
import type { RecordLike } from './record-like'
import { NameText } from './record-link'

/**
 * On paper a link is only a name: the sources of some rows are listed once with their addresses, and each link to one of
 * them has its number behind it. The numbers are set by a style of this page, so that no row bears them.
 */
export function PrintedSources({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const cited = rows.flatMap(({ fields }) => (fields.citations as Citation[] | undefined) ?? [])
  const ids = [...new Set(cited.map(({ source }) => source))].filter((id) => reading.labels.source?.[id])
  if (ids.length === 0) return null
  return (
    <section className="printed-sources">
      <style>{`@media print{${ids.map(numberLink).join('')}}`}</style>
      <h2>{reading.words.print.sources}</h2>
      <ol>
        {ids.map((id) => {
          const source = reading.labels.source?.[id]
          return (
            <li key={id}>
              <NameText name={toName(String(source?.title), reading.language)} reading={reading} />
              {' · '}
              {String(source?.archiveUrl ?? source?.canonicalUrl ?? source?.url)}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function numberLink(id: string, at: number): string {
  return `a[href$="/sources/${id}"]::after{content:"\\00a0[${at + 1}]"}`
}
