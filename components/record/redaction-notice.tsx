import { fillTemplate } from '@/components/chart/chart-words'
import { type Reading, toName } from '@/components/view/reading'
import { formatAddress } from '@/domain/address'
import { REASON } from '@/domain/redaction'
import type { Messages } from '@/messages/en'
import { NameText } from './record-link'

type Redaction = { edition: number; keys: readonly string[]; summary: string }

/** Says which fields of a record were redacted, and why, and leads to the edition of each redaction. */
export function RedactionNotice({ reading, redactions }: { reading: Reading; redactions: readonly Redaction[] }) {
  const { words, language } = reading
  if (redactions.length === 0) return null
  return (
    <aside className="notice" aria-label={words.redaction.mark} data-redactions>
      <p className="font-semibold">{words.redaction.title}</p>
      <ul>
        {redactions.map(({ edition, keys, summary }) => (
          <li key={edition}>
            {nameFields(words, keys).join(words.redaction.separator)} ·{' '}
            <a href={formatAddress({ language, page: 'editions', id: String(edition) })}>
              {fillTemplate(words.site.edition, { n: edition })}
            </a>{' '}
            · <NameText name={toName(summary, language)} reading={reading} />
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** What a redaction took away: the names of the fields, never what stood in them. */
export function RedactedFields({ reading: { words }, keys }: { reading: Reading; keys: readonly string[] }) {
  const fields = nameFields(words, keys).join(words.redaction.separator)
  return <p data-redacted={keys.join(' ')}>{fillTemplate(words.redaction.fields, { fields })}</p>
}

/** The names of fields of a record, and of the reason for which one was withdrawn. */
export function nameFields({ fields, redaction }: Messages, keys: readonly string[]): string[] {
  const names: Record<string, string> = { ...fields, [REASON]: redaction.reason }
  return keys.map((key) => names[key] ?? key)
}
