import { fillTemplate } from '@/components/chart/chart-words'
import { groupDigits } from '@/domain/format-number'
import type { IdentityOutcome } from '@/domain/identity'
import type { BulletinMessages } from '@/messages/desk/bulletin.en'

type BulletinIdentitiesProps = {
  outcomes: readonly IdentityOutcome[]
  names: { readonly [indicator: string]: string }
  words: BulletinMessages
  texts: Record<IdentityOutcome['outcome'], string>
}

/** How the sums come out with what is typed, as it is typed. */
export function BulletinIdentities({ outcomes, names, words, texts }: BulletinIdentitiesProps) {
  return (
    <section aria-labelledby="identities" aria-live="polite">
      <h2 id="identities">{words.identities}</h2>
      {outcomes.length === 0 && <p className="text-muted">{words.identitiesNone}</p>}
      <ul className="space-y-2">
        {outcomes.map(({ kind, total, parts, outcome, difference }) => (
          <li
            key={`${kind} ${total} ${parts.join(' ')}`}
            data-identity={outcome}
            className={`border-s-2 ps-3 ${outcome === 'fails' ? 'border-accent' : 'border-rule'}`}
          >
            {parts.map((part) => toName(part, names)).join(' + ')} {kind === 'most' ? '≤' : '='} {toName(total, names)}
            <span className={outcome === 'fails' ? 'text-accent' : 'text-muted'}>
              {' · '}
              {fillTemplate(texts[outcome], { difference: groupDigits(difference) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The name of a figure's indicator; of another period than the sheet's the period stands beside it. */
function toName(figure: string, names: { readonly [indicator: string]: string }): string {
  const [indicator = '', , period = '', frequency = ''] = figure.split('.')
  return `${names[indicator] ?? indicator} (${period} ${frequency})`
}
