import { fillTemplate } from '@/components/chart/chart-words'
import { type Name, type Reading, toName } from '@/components/view/reading'
import type { Citation } from '@/domain/field'
import { formatDoubtfulDate } from './dates'
import { Filled } from './filled'
import { NameText, RecordLink } from './record-link'

const SHOWN = 2

/**
 * The sources of a row, short: publisher and reliability, each leading to the source. Behind a lid stand the others, and
 * what is known of where in a source it stands, in which words, and as what kind of evidence.
 */
export function SourceLinks({ reading, citations }: { reading: Reading; citations: readonly Citation[] }) {
  const { view, table } = reading.words
  const ids = [...new Set(citations.map(({ source }) => source))]
  if (ids.length === 0) return <span className="text-muted">{view.noSources}</span>
  const isQuoted = citations.some(({ place, quote, evidence }) => place ?? quote ?? evidence)
  const more = ids.length - SHOWN
  return (
    <>
      <ul className="source-links">
        {ids.slice(0, SHOWN).map((id) => (
          <li key={id}>
            <RecordLink reading={reading} noun="source" id={id} name={getShortName(reading, id)} />
          </li>
        ))}
      </ul>
      {(more > 0 || isQuoted) && (
        <details className="source-more">
          <summary>{more > 0 ? fillTemplate(view.more, { count: more }) : table.quoted}</summary>
          <CitationList reading={reading} citations={isQuoted ? citations : citations.slice(SHOWN)} />
        </details>
      )}
    </>
  )
}

const SHORT_MOST = 42

/** Publisher and reliability. Of a long publisher the first part of the name is given; it is whole on the source's page. */
function getShortName(reading: Reading, id: string): Name {
  const source = reading.labels.source?.[id]
  if (!source) return { text: id }
  const name = toName(shorten(String(source.publisher)), reading.language)
  return { ...name, text: `${name.text} (${String(source.reliability)})` }
}

function shorten(name: string): string {
  if (name.length <= SHORT_MOST) return name
  const first = name.split(/\s*[,，(（;；]/, 1)[0] ?? name
  return first.length <= SHORT_MOST ? first : `${first.slice(0, SHORT_MOST - 1).trimEnd()}…`
}

/** Every citation in full: source, publisher, date, place, quotation and evidence. */
export function CitationList({ reading, citations }: { reading: Reading; citations: readonly Citation[] }) {
  const { words } = reading
  const ranks: Record<string, string> = words.codes['source.reliability']
  return (
    <ol className="space-y-3">
      {citations.map(({ source, place, quote, evidence }) => {
        const fields = reading.labels.source?.[source]
        return (
          <li key={`${source} ${evidence} ${place}`} className="border-s-2 border-rule ps-3">
            <RecordLink reading={reading} noun="source" id={source} />
            {fields && (
              <p className="text-sm text-muted">
                <NameText name={toName(String(fields.publisher), reading.language)} reading={reading} />
                {fields.publishedOn !== undefined && ` · ${formatDoubtfulDate(words, String(fields.publishedOn))}`}
                {` · ${ranks[String(fields.reliability)]}`}
              </p>
            )}
            {evidence && <p className="text-sm font-semibold">{words.codes['citation.evidence'][evidence]}</p>}
            {place && (
              <p className="text-sm">
                <Filled
                  template={words.view.clause}
                  values={{
                    name: words.citation.place,
                    values: <NameText name={toName(place, reading.language)} reading={reading} />,
                  }}
                />
              </p>
            )}
            {quote && (
              <blockquote className="quotation text-sm">
                <NameText name={toName(quote, reading.language)} reading={reading} />
              </blockquote>
            )}
          </li>
        )
      })}
    </ol>
  )
}
