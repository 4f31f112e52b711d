import { getPercent } from './decimal'
import type { AnyFields } from './field'

/** What statutory debt is published of: all of it, and its two kinds. */
export const debtScopes = ['total', 'general', 'special'] as const
export type DebtScope = (typeof debtScopes)[number]

/** A figure as the record keeps it; only official ones are asked about here. */
export type PlaceFigure = { id: string; fields: AnyFields }

/** Every indicator a place is described and compared by. */
export const placeIndicators: readonly string[] = [
  ...debtScopes.map((scope) => `lgd_balance_${scope}`),
  ...debtScopes.map((scope) => `lgd_limit_${scope}`),
  'lgb_issue_new',
  'lgb_issue_refi',
  'lgb_issue_total',
]

export const NATION = 'CN'

const YEAR_END = '-12-31'

/** The figures of one place and indicator, in the order given. */
export function pickFigures<F extends PlaceFigure>(figures: readonly F[], area: string, indicator: string): F[] {
  return figures.filter(({ fields }) => fields.area === area && fields.indicator === indicator)
}

/** Balances of a place at the ends of days, newest first. */
export function listBalances<F extends PlaceFigure>(figures: readonly F[], area: string, scope: DebtScope): F[] {
  return byPeriod(pickFigures(figures, area, `lgd_balance_${scope}`).filter(({ fields }) => fields.frequency === 'I'))
}

/** Limits of a place for whole years, newest first. */
export function listLimits<F extends PlaceFigure>(figures: readonly F[], area: string, scope: DebtScope): F[] {
  return byPeriod(pickFigures(figures, area, `lgd_limit_${scope}`).filter(({ fields }) => fields.frequency === 'A'))
}

function byPeriod<F extends PlaceFigure>(figures: readonly F[]): F[] {
  return figures.toSorted((a, b) => (String(a.fields.period) < String(b.fields.period) ? 1 : -1))
}

/**
 * What a place is told by first: its whole debt, unless one of its kinds is published for a later day. Null where no
 * balance is published.
 */
export function chooseNewestScope(figures: readonly PlaceFigure[], area: string): DebtScope | null {
  const newest = (scope: DebtScope) => String(listBalances(figures, area, scope)[0]?.fields.period ?? '')
  const days = drawnScopes.map(newest)
  const last = days.toSorted().at(-1) ?? ''
  return last === '' ? null : (drawnScopes[days.indexOf(last)] ?? null)
}

/** The order in which scopes are taken that are published as often: the provinces all publish their special debt. */
export const drawnScopes: readonly DebtScope[] = ['total', 'special', 'general']

/** What is drawn over time: the scope with the most balances, all of the debt where as many are published. */
export function chooseLongestScope(figures: readonly PlaceFigure[], areas: readonly string[]): DebtScope | null {
  const counts = drawnScopes.map((scope) =>
    areas.map((area) => listBalances(figures, area, scope).length).reduce((sum, count) => sum + count, 0),
  )
  const most = Math.max(...counts)
  return most === 0 ? null : (drawnScopes[counts.indexOf(most)] ?? null)
}

/**
 * The limit that bounds the newest balance of a place: that of the balance's own year. Where the record has none for that
 * year, the last before it, which does not bound the balance.
 */
export function pairLimit<F extends PlaceFigure>(
  figures: readonly F[],
  area: string,
  scope: DebtScope,
): { year: string | null; limit: F | null; last: F | null } {
  const [balance] = listBalances(figures, area, scope)
  if (!balance) return { year: null, limit: null, last: null }
  const year = String(balance.fields.period).slice(0, 4)
  const limits = listLimits(figures, area, scope)
  const limit = limits.find(({ fields }) => fields.period === year) ?? null
  const last = limit ? null : (limits.find(({ fields }) => String(fields.period) < year) ?? null)
  return { year, limit, last }
}

/** A balance at the end of a year in percent of the limit of that year. */
export type LimitUse<F extends PlaceFigure = PlaceFigure> = { year: string; balance: F; limit: F; percent: string }

/** The use of the limit in each year for which balance and limit are published, newest first; percent to one decimal. */
export function listUses<F extends PlaceFigure>(figures: readonly F[], area: string, scope: DebtScope): LimitUse<F>[] {
  const balances = listBalances(figures, area, scope)
  return listLimits(figures, area, scope).flatMap((limit) => {
    const year = String(limit.fields.period)
    const balance = balances.find(({ fields }) => fields.period === year + YEAR_END)
    const percent = balance ? getShare(balance, limit) : null
    return balance && percent !== null ? [{ year, balance, limit, percent }] : []
  })
}

/** What a place has of the whole country's: the same indicator, period, frequency and claimant, the newest there is. */
export type NationalShare<F extends PlaceFigure = PlaceFigure> = { own: F; nation: F; percent: string }

export function getNationalShare<F extends PlaceFigure>(
  figures: readonly F[],
  area: string,
  scope: DebtScope,
): NationalShare<F> | null {
  if (area === NATION) return null
  const nation = listBalances(figures, NATION, scope)
  for (const own of listBalances(figures, area, scope)) {
    const whole = nation.find(
      ({ fields }) => fields.period === own.fields.period && fields.claimant === own.fields.claimant,
    )
    const percent = whole ? getShare(own, whole) : null
    if (whole && percent !== null) return { own, nation: whole, percent }
  }
  return null
}

/** The bonds of one period: what of them is published, and refinancing in percent of all. */
export type Issuance<F extends PlaceFigure = PlaceFigure> = {
  period: string
  frequency: string
  fresh: F | null
  refi: F | null
  total: F | null
  percent: string | null
}

/** Bonds issued by a place, period by period, newest first; a period with nothing but a total is left out. */
export function listIssuance<F extends PlaceFigure>(figures: readonly F[], area: string): Issuance<F>[] {
  const found = ['lgb_issue_new', 'lgb_issue_refi', 'lgb_issue_total'].map((one) => pickFigures(figures, area, one))
  const [fresh = [], refi = [], total = []] = found
  const periods = new Map(
    byPeriod([...fresh, ...refi]).map(({ fields }) => [`${fields.period} ${fields.frequency}`, fields]),
  )
  return [...periods.values()].map(({ period, frequency }) => {
    const find = (rows: readonly F[]) =>
      rows.find(({ fields }) => fields.period === period && fields.frequency === frequency) ?? null
    const [one, two, all] = [find(fresh), find(refi), find(total)]
    return {
      period: String(period),
      frequency: String(frequency),
      fresh: one,
      refi: two,
      total: all,
      percent: two && all ? getShare(two, all) : null,
    }
  })
}

function getShare(part: PlaceFigure, whole: PlaceFigure): string | null {
  if (part.fields.value === undefined || whole.fields.value === undefined) return null
  return getPercent(String(part.fields.value), String(whole.fields.value))
}

/** Where a place stands among others by amount, from 1 for the largest; equal amounts share a rank. */
export function getRank(peers: readonly PlaceFigure[], area: string): { rank: number; own: PlaceFigure } | null {
  const own = peers.find(({ fields }) => fields.area === area)
  if (!own || peers.length < 2) return null
  return { own, rank: peers.filter(({ fields }) => Number(fields.value) > Number(own.fields.value)).length + 1 }
}

/** The places one lies in, the nearest first. A statistical scope lies in nothing that could stand for it. */
export function listAncestors(areas: readonly PlaceFigure[], id: string): string[] {
  const byId = new Map(areas.map((area) => [area.id, area.fields]))
  const found: string[] = []
  let fields = byId.get(id)
  while (
    fields &&
    fields.kind !== 'statistical' &&
    fields.parent !== undefined &&
    !found.includes(String(fields.parent))
  ) {
    found.push(String(fields.parent))
    fields = byId.get(String(fields.parent))
  }
  return found
}

/** The scope with the most years in which the use of the limit can be computed; null where there is none. */
export function chooseUseScope(figures: readonly PlaceFigure[], area: string): DebtScope | null {
  const counts = drawnScopes.map((scope) => listUses(figures, area, scope).length)
  const most = Math.max(...counts)
  return most === 0 ? null : (drawnScopes[counts.indexOf(most)] ?? null)
}

/** What places are compared by: the scope that most of them publish a balance of, the whole debt before its kinds. */
export function chooseSharedScope(
  figures: readonly PlaceFigure[],
  areas: readonly string[],
): { scope: DebtScope; count: number } | null {
  const counts = drawnScopes.map(
    (scope) => areas.filter((area) => listBalances(figures, area, scope).length > 0).length,
  )
  const count = Math.max(...counts)
  const scope = drawnScopes[counts.indexOf(count)]
  return count > 0 && scope ? { scope, count } : null
}
