import Link from 'next/link'
import { hrefTo, type Reading } from '@/components/view/reading'
import {
  chooseNewestScope,
  type DebtScope,
  getNationalShare,
  listBalances,
  listUses,
  NATION,
  type PlaceFigure,
} from '@/domain/place-figures'
import { type FoundPlace, listFindings } from './place-findings'
import { fillPlaceWords, getFigureText, getPeriodText, getPlaceName } from './place-words'

/** What matters of a place in a sentence or two, all of it from published figures. */
export function formatLead(reading: Reading, place: FoundPlace): string {
  const { figures, area } = place
  const scope = chooseNewestScope(figures, area.id)
  const [newest] = scope === null ? [] : listBalances(figures, area.id, scope)
  if (scope === null || !newest) return fillPlaceWords(reading, 'leadNone', { place: getPlaceName(reading, area.id) })
  return [
    formatBalance(reading, place, scope, newest),
    formatUse(reading, place, scope, newest),
    formatShare(reading, place, scope),
  ]
    .filter(Boolean)
    .join(reading.words.site.gap)
}

const LEADS = { total: 'lead', special: 'leadSpecial', general: 'leadGeneral' } as const

/** The newest balance; where both kinds but no total are published for its day, both of them. */
function formatBalance(reading: Reading, { figures, area }: FoundPlace, scope: DebtScope, newest: PlaceFigure): string {
  const common = { place: getPlaceName(reading, area.id), date: getPeriodText(reading, newest) }
  const [general, special] = (['general', 'special'] as const).map((kind) =>
    listBalances(figures, area.id, kind).find(({ fields }) => fields.period === newest.fields.period),
  )
  if (scope !== 'total' && general && special) {
    const amounts = { general: getFigureText(reading, general), special: getFigureText(reading, special) }
    return fillPlaceWords(reading, 'leadBoth', { ...common, ...amounts })
  }
  const key = area.id === NATION && scope === 'total' ? 'leadNation' : LEADS[scope]
  return fillPlaceWords(reading, key, { ...common, amount: getFigureText(reading, newest) })
}

function formatUse(reading: Reading, { figures, area }: FoundPlace, scope: DebtScope, newest: PlaceFigure): string {
  const [use] = listUses(figures, area.id, scope)
  if (!use) return ''
  const isSameYear = String(newest.fields.period).startsWith(use.year)
  const ofWhole = area.id === NATION ? 'leadNationUse' : isSameYear ? 'leadUse' : 'leadUseOf'
  const key = scope === 'total' ? ofWhole : 'leadUseKind'
  const kind = reading.words.place.scopesInText[scope]
  return fillPlaceWords(reading, key, { share: use.percent, year: use.year, kind })
}

function formatShare(reading: Reading, { figures, area }: FoundPlace, scope: DebtScope): string {
  const share = getNationalShare(figures, area.id, scope)
  if (!share) return ''
  const kind = reading.words.place.scopesInText[scope]
  const date = getPeriodText(reading, share.own)
  return fillPlaceWords(reading, scope === 'total' ? 'leadShare' : 'leadShareKind', {
    share: share.percent,
    ...{ kind, date },
  })
}

/** The lead of a place's page: its sentence, and what its figures come to. */
export function PlaceLead({ reading, place, count }: { reading: Reading; place: FoundPlace; count: number }) {
  const { words } = reading
  const findings = listFindings(reading, place)
  return (
    <section aria-labelledby="findings" className="mt-5">
      <p className="max-w-3xl font-serif text-xl leading-snug" data-lead>
        {formatLead(reading, place)}
      </p>
      <h2 id="findings" className="sr-only">
        {words.place.figures}
      </h2>
      {findings.length > 0 && (
        <dl className="findings">
          {findings.map(({ key, name, value, text, href }) => (
            <div key={key} data-finding={key}>
              <dt>{name}</dt>
              <dd>
                <Link href={href} prefetch={false}>
                  {value}
                </Link>
                <p>{text}</p>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {count > 0 && (
        <p className="mt-3 text-sm">
          <Link href={hrefTo(reading, 'debt', { view: { area: [place.area.id] } })} prefetch={false} className="py-1">
            {count === 1 ? words.place.oneFigure : fillPlaceWords(reading, 'allFigures', { count })}
          </Link>
        </p>
      )}
    </section>
  )
}
