import { type Reading, toName } from '@/components/view/reading'
import type { Citation } from '@/domain/field'
import { Filled } from './filled'
import { NameText } from './record-link'

/** What kinds of evidence are cited, each with the words the citation itself has for it. */
export function EvidenceList({ reading, citations }: { reading: Reading; citations: readonly Citation[] }) {
  const { words } = reading
  const given = citations.filter(({ evidence, place, quote }) => evidence && (place ?? quote))
  if (given.length === 0) return null
  return (
    <ul className="mt-1 list-disc ps-5 text-sm text-muted">
      {given.map(({ source, evidence, place, quote }) => (
        <li key={`${source} ${evidence} ${place}`}>
          <Filled
            template={words.view.clause}
            values={{
              name: evidence ? words.codes['citation.evidence'][evidence] : '',
              values: <NameText name={toName(place ?? quote ?? '', reading.language)} reading={reading} />,
            }}
          />
        </li>
      ))}
    </ul>
  )
}
