import { AREAS, areaId, INDICATORS, indicatorId, monthId } from './generated-record'

const PROVINCES = 'BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ'
  .split(' ')
  .map((code) => `CN-${code}`)
const STOCKS = ['lgd_balance_special', 'lgd_limit_special']
const AREAS_EACH = 12
const MONTHS_EACH = 4

/** A view of 12 places and one stock; in the first data set it has between 40 and 50 figures. */
type ViewOf = { indicator: string; areas: readonly string[]; from?: string; to?: string }

/** The address of a filtered `/debt` view, as the codec spells it. */
function formatView({ indicator, areas, from, to }: ViewOf, path: string): string {
  const query = new URLSearchParams([['indicator', indicator], ...[...areas].sort().map((area) => ['area', area])])
  if (from !== undefined) query.append('from', from)
  if (to !== undefined) query.append('to', to)
  return `${path}?${query}`
}

/** Different filtered views of the first data set. */
export function* listFirstViews(path: string): Generator<string> {
  for (const indicator of STOCKS) {
    for (const at of PROVINCES.keys()) yield formatView({ indicator, areas: pick(PROVINCES, at) }, path)
  }
}

/** Different views of the first data set, each of one place and one stock. */
export function* listLineViews(path: string): Generator<string> {
  for (const indicator of STOCKS) {
    for (const area of PROVINCES) yield formatView({ indicator, areas: [area] }, path)
  }
}

/** Views of the first data set with as many figures but of two stocks at once, which make no chart. */
export function* listUnchartedViews(path: string): Generator<string> {
  const indicators = STOCKS.map((indicator) => `indicator=${indicator}`).join('&')
  for (const from of ['', '&from=2016', '&from=2017']) {
    for (const at of PROVINCES.keys()) {
      const areas = pick(PROVINCES, at)
        .slice(0, AREAS_EACH / STOCKS.length)
        .sort()
      yield `${path}?${indicators}${areas.map((area) => `&area=${area}`).join('')}${from}`
    }
  }
}

/** Different filtered views of the generated figures, of the same size: 12 places, 4 months, 48 figures. */
export function* listGeneratedViews(path: string): Generator<string> {
  const areas = Array.from({ length: AREAS }, (_, at) => areaId(at + 1))
  const span = { from: monthId(60), to: monthId(60 + MONTHS_EACH - 1) }
  for (let indicator = 1; indicator <= INDICATORS; indicator += 2) {
    for (const at of areas.keys())
      yield formatView({ indicator: indicatorId(indicator), areas: pick(areas, at), ...span }, path)
  }
}

function pick(areas: readonly string[], from: number): string[] {
  return Array.from({ length: AREAS_EACH }, (_, at) => areas[(from + at) % areas.length] ?? '')
}
