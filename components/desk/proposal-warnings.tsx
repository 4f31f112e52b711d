import { NameText } from '@/components/record/record-link'
import { getName, type Reading } from '@/components/view/reading'
import type { Doubtful } from '@/domain/doubtful'
import type { AnyFields, Noun } from '@/domain/field'
import { formatWarningKey, type Warning } from '@/domain/warning'
import { WarningCounts } from './warning-parts'
import { describeWarning, type WarningWords } from './warning-text'

/** A warning, and the record it is about as it would be. */
export type RecordWarning = { noun: Noun; id: string; fields: AnyFields; warning: Warning }

type ProposalWarningsProps = {
  counts: Doubtful['counts']
  /** The first of them. */
  shown: readonly RecordWarning[]
  reading: Reading
  words: WarningWords
}

/** What is doubtful about a proposal, for whoever decides on it; nothing where nothing is. */
export function ProposalWarnings({ counts, shown, reading, words }: ProposalWarningsProps) {
  if (shown.length === 0) return null
  const toName = (noun: Noun, id: string) => getName(noun, id, reading.labels[noun]?.[id], reading).text
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{words.words.title}</h2>
      <p className="text-muted">{words.words.asProposed}</p>
      <WarningCounts counts={counts} words={words.words} />
      <ul className="mt-2 space-y-3">
        {shown.map(({ noun, id, fields, warning }) => (
          <li
            key={`${noun} ${id} ${formatWarningKey(warning)}`}
            className="border-s-2 border-accent ps-3"
            data-warning={warning.code}
          >
            <p className="font-semibold">
              <NameText name={getName(noun, id, fields, reading)} reading={reading} />
            </p>
            <p>{describeWarning(warning, words, toName)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
