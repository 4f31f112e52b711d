import { areaKinds } from './area'
import { eventKinds } from './chart/chart-event'
import { claimantKinds } from './claimant'
import { computedMeasures } from './computed-measure'
import { getEarliestDay, getLatestDay, isCalendarDate, isDay } from './date'
import { ID } from './field'
import { identityOutcomes } from './identity'
import { measures } from './indicator'
import { memberStates } from './member'
import { mentionKinds } from './mention'
import { observationStatuses } from './observation'
import { frequencies } from './period'
import { reliabilities, sourceKinds } from './source'

/** One key of a page's query: what it takes and how it is spelled. */
type Parameter =
  | { kind: 'ids'; most?: number }
  | { kind: 'codes'; codes: readonly string[] }
  /** How a view is shown, not what it holds: one of a few forms, or several marks. */
  | { kind: 'code'; codes: readonly string[] }
  | { kind: 'marks'; codes: readonly string[] }
  | { kind: 'bound' }
  | { kind: 'day' }
  | { kind: 'text' }
  | { kind: 'sort'; keys: readonly string[]; default: string }
  | { kind: 'number' }

type Parameters = { readonly [key: string]: Parameter }

type ParameterValue<P extends Parameter> = P extends { kind: 'ids' }
  ? string[]
  : P extends { kind: 'codes' | 'marks'; codes: readonly (infer C)[] }
    ? C[]
    : P extends { kind: 'code'; codes: readonly (infer C)[] }
      ? C | undefined
      : P extends { kind: 'sort' }
        ? string
        : P extends { kind: 'number' }
          ? number
          : string | undefined

export type ViewOf<P extends Parameters> = { [K in keyof P]: ParameterValue<P[K]> } & { ignored: string[] }

/** How many places are compared side by side. */
export const COMPARED_MOST = 4

const paging = { page: { kind: 'number' } } as const satisfies Parameters

/** Figures are put in order alike wherever they are a table. */
const figureOrder = {
  sort: {
    kind: 'sort',
    keys: ['period', 'indicator', 'area', 'value', 'claimant', 'unit', 'sources'],
    default: '-period',
  },
} as const satisfies Parameters

/** What each page's query takes, in the order of the canonical address. A leading `-` in a sort is «descending». */
export const views = {
  home: {},
  about: {},
  accessibility: {},
  debt: {
    indicator: { kind: 'ids' },
    area: { kind: 'ids' },
    frequency: { kind: 'codes', codes: frequencies },
    from: { kind: 'bound' },
    to: { kind: 'bound' },
    claimant: { kind: 'ids' },
    status: { kind: 'codes', codes: observationStatuses },
    chart: { kind: 'code', codes: ['ranking', 'map'] },
    measure: { kind: 'code', codes: computedMeasures },
    events: { kind: 'marks', codes: eventKinds },
    ...figureOrder,
    ...paging,
  },
  indicators: {
    measure: { kind: 'codes', codes: measures },
    q: { kind: 'text' },
    sort: { kind: 'sort', keys: ['name', 'id', 'definition', 'unit', 'measure'], default: 'id' },
    ...paging,
  },
  'task-forces': {
    area: { kind: 'ids' },
    q: { kind: 'text' },
    sort: {
      kind: 'sort',
      keys: ['established', 'name', 'area', 'number', 'evidence', 'sources'],
      default: '-established',
    },
    ...paging,
  },
  mentions: {
    area: { kind: 'ids' },
    kind: { kind: 'codes', codes: mentionKinds },
    from: { kind: 'bound' },
    to: { kind: 'bound' },
    q: { kind: 'text' },
    chart: { kind: 'code', codes: ['timeline'] },
    sort: { kind: 'sort', keys: ['date', 'area', 'kind', 'quote', 'evidence', 'sources'], default: '-date' },
    ...paging,
  },
  provinces: {
    list: { kind: 'ids' },
    status: { kind: 'codes', codes: memberStates },
    on: { kind: 'day' },
    sort: { kind: 'sort', keys: ['area', 'from', 'to', 'status', 'list', 'sources'], default: 'area' },
    ...paging,
  },
  areas: {
    area: { kind: 'ids' },
    kind: { kind: 'codes', codes: areaKinds },
    q: { kind: 'text' },
    sort: { kind: 'sort', keys: ['id', 'name', 'kind', 'parent', 'code', 'sources'], default: 'id' },
    ...paging,
  },
  compare: {
    area: { kind: 'ids', most: COMPARED_MOST },
    ...figureOrder,
    ...paging,
  },
  documents: {
    from: { kind: 'bound' },
    to: { kind: 'bound' },
    q: { kind: 'text' },
    chart: { kind: 'code', codes: ['timeline'] },
    sort: { kind: 'sort', keys: ['issued', 'title', 'number', 'issuer', 'sources'], default: '-issued' },
    ...paging,
  },
  sources: {
    kind: { kind: 'codes', codes: sourceKinds },
    reliability: { kind: 'codes', codes: reliabilities },
    language: { kind: 'codes', codes: ['en', 'zh'] },
    q: { kind: 'text' },
    sort: { kind: 'sort', keys: ['published', 'title', 'publisher', 'kind', 'reliability'], default: '-published' },
    ...paging,
  },
  claimants: {
    kind: { kind: 'codes', codes: claimantKinds },
    q: { kind: 'text' },
    sort: { kind: 'sort', keys: ['id', 'name', 'kind', 'note'], default: 'id' },
    ...paging,
  },
  search: { q: { kind: 'text' } },
  checks: { outcome: { kind: 'codes', codes: identityOutcomes }, ...paging },
  lists: { sort: { kind: 'sort', keys: ['id', 'name', 'document', 'note'], default: 'id' }, ...paging },
  reports: {
    sort: { kind: 'sort', keys: ['id', 'kind', 'member', 'date', 'note', 'sources'], default: 'id' },
    ...paging,
  },
  editions: {
    sort: { kind: 'sort', keys: ['n'], default: '-n' },
    ...paging,
  },
} as const satisfies { readonly [page: string]: Parameters }

/** What the page of one edition takes: it may have changed more records than a page shows. It is no table of its own. */
const ownViews = { ...views, edition: { ...paging } } as const satisfies { readonly [name: string]: Parameters }

export type Page = keyof typeof views
/** A page, or what one record of it takes where that is something else. */
export type ViewName = keyof typeof ownViews
export type View<P extends ViewName> = ViewOf<(typeof ownViews)[P]>
/** A view where the page is not known: values by key. */
export type AnyView = { [key: string]: string | number | readonly string[] | undefined } & {
  ignored: readonly string[]
}

export const VIEW_MOST = 2_000
const VALUES_MOST = 60
const TEXT_MOST = 100
const PAGE_MOST = 100_000

/** Keys that sharing leaves behind on an address and that say nothing about the view. */
const TRACKING = /^(utm_[a-z_]+|fbclid|gclid|spm|isappinstalled)$/
const WECHAT_FROM = new Set(['singlemessage', 'timeline', 'groupmessage'])

/**
 * Reads a query as the view of a page. What is not understood is left out and named in `ignored` by its key, or as
 * `other` where the page has no such key.
 */
export function parseView<P extends ViewName>(page: P, query: URLSearchParams): View<P> {
  const parameters: Parameters = ownViews[page]
  const ignored = new Set<string>()
  const view: { [key: string]: unknown } = {}
  if (listUnknownKeys(page, query).length > 0) ignored.add('other')
  for (const [key, parameter] of Object.entries(parameters)) {
    const values = query.getAll(key).filter((value) => value !== '' && !(key === 'from' && WECHAT_FROM.has(value)))
    const parsed = parseValues(parameter, values)
    if (parsed.refused) ignored.add(key)
    view[key] = parsed.value
  }
  for (const key of query.getAll('ignored')) if (Object.hasOwn(parameters, key) || key === 'other') ignored.add(key)
  return { ...view, ignored: [...ignored].sort() } as View<P>
}

/** The keys of a query that a page does not have. */
export function listUnknownKeys(page: ViewName, query: URLSearchParams): string[] {
  return [...new Set(query.keys())].filter(
    (key) => !Object.hasOwn(ownViews[page], key) && key !== 'ignored' && !isTracking(key, query),
  )
}

function isTracking(key: string, query: URLSearchParams): boolean {
  return TRACKING.test(key) || (key === 'from' && query.getAll(key).every((value) => WECHAT_FROM.has(value)))
}

function parseValues(parameter: Parameter, values: readonly string[]): { value: unknown; refused: boolean } {
  switch (parameter.kind) {
    case 'ids':
      return parseMany(values, (value) => ID.test(value), parameter.most)
    case 'codes':
    case 'marks':
      return parseMany(values, (value) => parameter.codes.includes(value))
    case 'code':
      return parseOne(values, undefined, (value) => (parameter.codes.includes(value) ? value : null))
    case 'bound':
      return parseOne(values, undefined, (value) => (isCalendarDate(value) ? value : null))
    case 'day':
      return parseOne(values, undefined, (value) => (isDay(value) ? value : null))
    case 'text':
      return parseOne(values, undefined, parseText)
    case 'sort':
      return parseOne(values, parameter.default, (value) =>
        parameter.keys.includes(value.replace(/^-/, '')) ? value : null,
      )
    case 'number':
      return parseOne(values, 1, (value) =>
        /^[1-9]\d{0,5}$/.test(value) && Number(value) <= PAGE_MOST ? Number(value) : null,
      )
  }
}

/** Values of a repeated key, each once; {@link formatView} puts them in code order. */
function parseMany(values: readonly string[], accepts: (value: string) => boolean, most = VALUES_MOST) {
  const good = [...new Set(values.filter(accepts))]
  return { value: good.slice(0, most), refused: good.length > most || !values.every(accepts) }
}

/** The first value that is understood, else what stands for none. */
function parseOne<T>(values: readonly string[], none: T, parse: (value: string) => T | null) {
  const read = values.map(parse)
  const good = read.find((value) => value !== null)
  return { value: good ?? none, refused: read.some((value) => value === null) }
}

function parseText(value: string): string | null {
  const text = value.normalize('NFKC').replace(/\s+/g, ' ').trim()
  return text.length > TEXT_MOST || /\p{Cc}|\p{Cs}/u.test(text) ? null : text || null
}

/** The canonical query of a view, without `?`: keys in the page's order, defaults and empty values left out. */
export function formatView(page: ViewName, view: Partial<AnyView>): string {
  const parameters: Parameters = ownViews[page]
  const query = new URLSearchParams()
  for (const [key, parameter] of Object.entries(parameters)) {
    const value = view[key]
    const fallback = parameter.kind === 'sort' ? parameter.default : parameter.kind === 'number' ? 1 : undefined
    if (value === undefined || value === fallback) continue
    for (const one of Array.isArray(value) ? [...value].sort() : [value]) query.append(key, String(one))
  }
  for (const key of view.ignored ?? []) query.append('ignored', key)
  return query.toString()
}

/** The view of a page with nothing asked for. */
export function getDefaultView<P extends ViewName>(page: P): View<P> {
  return parseView(page, new URLSearchParams())
}

/** A page's own parameters; never written twice. */
export function getParameters(page: Page): Parameters {
  return views[page]
}

/**
 * The days between which a period must end: `from` counts from its first day, `to` until its last.
 * A year, a month and a day are all taken.
 */
export function getBounds({ from, to }: { from?: string | undefined; to?: string | undefined }): {
  first?: string
  last?: string
} {
  return {
    ...(from === undefined ? {} : { first: getEarliestDay(from) ?? from }),
    ...(to === undefined ? {} : { last: getLatestDay(to) }),
  }
}
