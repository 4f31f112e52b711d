import { hrefTo, hrefToRecord, type Reading } from '@/components/view/reading'
import {
  chooseNewestScope,
  type DebtScope,
  getNationalShare,
  getRank,
  listBalances,
  listIssuance,
  listUses,
  type PlaceFigure,
} from '@/domain/place-figures'
import { fillPlaceWords, getBalanceName, getFigureText, getPeriodText } from './place-words'

/** One thing that the figures of a place come to: its name, the value, how it was come by, and where it leads. */
export type Finding = { key: string; name: string; value: string; text: string; href: string }

export type FoundPlace = {
  area: PlaceFigure
  figures: readonly PlaceFigure[]
  peers: readonly PlaceFigure[]
}

/** What the figures of a place come to, by one scope of debt; what is computed names the figures it comes from. */
export function listFindings(
  reading: Reading,
  place: FoundPlace,
  scope: DebtScope | null = chooseNewestScope(place.figures, place.area.id),
): Finding[] {
  const found =
    scope === null ? [] : [findBalance, findUse, findShare, findRank].map((find) => find(reading, place, scope))
  return [...found, findRefinancing(reading, place)].filter((finding) => finding !== null)
}

function findBalance(reading: Reading, { figures, area }: FoundPlace, scope: DebtScope): Finding | null {
  const [newest] = listBalances(figures, area.id, scope)
  if (!newest) return null
  return {
    key: 'balance',
    name: getBalanceName(reading, scope),
    value: getFigureText(reading, newest),
    text: getPeriodText(reading, newest),
    href: hrefToRecord(reading, 'observation', newest.id),
  }
}

function findUse(reading: Reading, { figures, area }: FoundPlace, scope: DebtScope): Finding | null {
  const [newest] = listUses(figures, area.id, scope)
  if (!newest) return null
  const { balance, limit, percent } = newest
  return {
    key: 'use',
    name: reading.words.place.use,
    value: `${percent}%`,
    text: fillPlaceWords(reading, 'useFormula', {
      balance: getFigureText(reading, balance),
      limit: getFigureText(reading, limit),
      date: getPeriodText(reading, balance),
    }),
    href: hrefToRecord(reading, 'observation', limit.id),
  }
}

function findShare(reading: Reading, { figures, area }: FoundPlace, scope: DebtScope): Finding | null {
  const share = getNationalShare(figures, area.id, scope)
  if (!share) return null
  return {
    key: 'share',
    name: reading.words.place.share,
    value: `${share.percent}%`,
    text: fillPlaceWords(reading, 'shareFormula', {
      own: getFigureText(reading, share.own),
      nation: getFigureText(reading, share.nation),
      date: getPeriodText(reading, share.own),
    }),
    href: hrefToRecord(reading, 'observation', share.nation.id),
  }
}

function findRank(reading: Reading, { peers, area }: FoundPlace): Finding | null {
  const ranked = getRank(peers, area.id)
  if (!ranked) return null
  const { indicator, period, frequency } = ranked.own.fields
  const view = {
    indicator: [String(indicator)],
    frequency: [String(frequency)],
    from: String(period),
    to: String(period),
    ...(area.fields.kind === 'province' ? { chart: 'ranking' } : { sort: '-value' }),
  }
  return {
    key: 'rank',
    name: reading.words.place.rank,
    value: fillPlaceWords(reading, 'rankOf', { rank: ranked.rank, count: peers.length }),
    text: fillPlaceWords(reading, 'rankFormula', {
      indicator: reading.labels.indicator?.[String(indicator)]
        ? getIndicatorName(reading, String(indicator))
        : String(indicator),
      date: getPeriodText(reading, ranked.own),
    }),
    href: hrefTo(reading, 'debt', { view }),
  }
}

function getIndicatorName(reading: Reading, indicator: string): string {
  return getBalanceName(reading, indicator.replace('lgd_balance_', '') as DebtScope)
}

/** Refinancing bonds in percent of all bonds, in the newest period for which both are published. */
function findRefinancing(reading: Reading, { figures, area }: FoundPlace): Finding | null {
  const newest = listIssuance(figures, area.id).find(({ percent }) => percent !== null)
  if (!newest?.refi || !newest.total) return null
  return {
    key: 'refinancing',
    name: reading.words.place.refinancing,
    value: `${newest.percent}%`,
    text: fillPlaceWords(reading, 'refinancingFormula', {
      refi: getFigureText(reading, newest.refi),
      total: getFigureText(reading, newest.total),
      period: getPeriodText(reading, newest.refi),
    }),
    href: hrefToRecord(reading, 'observation', newest.refi.id),
  }
}
