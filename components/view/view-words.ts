import { fillTemplate } from '@/components/chart/chart-words'
import { formatDoubtfulDate } from '@/components/record/dates'
import type { ComputedMeasure } from '@/domain/computed-measure'
import type { Noun } from '@/domain/field'
import type { AnyView, Page } from '@/domain/view'
import { getParameters } from '@/domain/view'
import type { Messages } from '@/messages/en'
import { getLabel, type Reading } from './reading'

/** Which noun the ids of a parameter name. */
export const nounOfParameter: { [key: string]: Noun } = {
  indicator: 'indicator',
  area: 'area',
  claimant: 'claimant',
  list: 'list',
}

/** Under which noun's field the words for a page's codes stand. */
const codeLists: { [name: string]: string } = {
  'debt.frequency': 'observation.frequency',
  'debt.status': 'observation.status',
  'mentions.kind': 'mention.documentKind',
  'provinces.status': 'member.state',
  'areas.kind': 'area.kind',
  'sources.kind': 'source.kind',
  'sources.reliability': 'source.reliability',
  'sources.language': 'source.language',
  'indicators.measure': 'indicator.measure',
  'claimants.kind': 'claimant.kind',
  'checks.outcome': 'checks.outcome',
}

/** The words for a code that a page filters by. */
export function getParameterCode(reading: Reading, page: Page, key: string, code: string): string {
  const lists: Record<string, Record<string, string>> = reading.words.codes
  return lists[codeLists[`${page}.${key}`] ?? '']?.[code] ?? code
}

/** One filter a view sets: its key, the value as it stands in the address, and the words for it. */
export type Filter = { key: string; value: string; text: string }

/** Kinds of parameters that say how a view is shown, not what it holds. */
export const formKinds: ReadonlySet<string> = new Set(['sort', 'number', 'code', 'marks'])

/** The filters of a view in the order of the address, without its order and its page. */
export function listFilters(reading: Reading, page: Page, view: AnyView): Filter[] {
  return Object.entries(getParameters(page)).flatMap(([key, { kind }]) => {
    const value = view[key]
    // A form of showing a view and the marks on it are no filters of it.
    if (value === undefined || formKinds.has(kind)) return []
    const values = typeof value === 'object' ? value : [String(value)]
    return values.map((one) => ({ key, value: one, text: getFilterText(reading, page, key, one, kind) }))
  })
}

function getFilterText(reading: Reading, page: Page, key: string, value: string, kind: string): string {
  const noun = nounOfParameter[key]
  if (noun) return getLabel(reading, noun, value).text
  if (kind === 'codes') return getParameterCode(reading, page, key, value)
  return kind === 'bound' || kind === 'day' ? formatDoubtfulDate(reading.words, value) : value
}

export function getParameterName(reading: Reading, key: string): string {
  const names: Record<string, string> = reading.words.parameters
  return names[key] ?? key
}

/** A view in one line of words: how many of what, and what they are limited to. */
export function describeView(
  reading: Reading,
  page: Page,
  view: AnyView,
  noun: Noun | 'edition',
  total: number,
): string {
  const { words } = reading

  const clauses = Object.keys(getParameters(page)).flatMap((key) => {
    const apart = (clause: string) => [words.view.clauseSeparator + clause]
    if (key === 'measure' && page === 'debt' && view.measure !== undefined) return apart(describeMeasure(reading, view))
    const filters = listFilters(reading, page, view).filter((filter) => filter.key === key)
    const [first] = filters
    if (!first) return []
    if (key === 'from') return apart(describeSpan(words, first.text, getText('to')))
    if (key === 'to') return view.from === undefined ? apart(fillTemplate(words.view.to, { to: first.text })) : []
    if (key === 'on') return apart(fillTemplate(words.view.on, { date: first.text }))
    if (key === 'q') return apart(fillTemplate(words.view.words, { q: first.text }))
    const texts = filters.map(({ text }) => (key === 'frequency' ? text.toLocaleLowerCase('en') : text))
    const name = getParameterName(reading, key).toLocaleLowerCase('en')
    const templates: Record<string, string> = words.view.clauses
    const values = enumerateValues(words, texts)
    return [fillTemplate(templates[key] ?? words.view.clauses.other, { name, values })]
  })

  function getText(key: string): string | undefined {
    return listFilters(reading, page, view).find((filter) => filter.key === key)?.text
  }

  const count = fillTemplate(words.view.total, { count: formatCount(words, noun, total) })
  return count + clauses.join('') + words.chart.sentenceEnd.trim()
}

/** The time a view asks for, from its first bound on. */
function describeSpan({ view }: Messages, from: string, to: string | undefined): string {
  if (to === undefined) return fillTemplate(view.from, { from })
  return fillTemplate(from === to ? view.within : view.span, { from, to })
}

/** `China, Guizhou and Yunnan`: all the rows of a view are of one or the other. */
function enumerateValues({ view }: Messages, values: readonly string[]): string {
  const last = values.at(-1) ?? ''
  if (values.length < 2) return last
  return values.slice(0, -1).join(view.namePlaces) + view.nameAnd + last
}

export function describeMeasure({ words }: Reading, { measure }: AnyView): string {
  const { column, name } = words.chart.computed
  return fillTemplate(column, { measure: name[measure as ComputedMeasure] })
}

/** How many of a noun: `2,311 figures`, `2,311条数据`. */
export function formatCount(words: Messages, noun: Noun | 'edition', total: number): string {
  return fillTemplate(words.counts[noun][total === 1 ? 'one' : 'many'], { total: total.toLocaleString('en-US') })
}

/** The view without one of its filters, from its first page. */
export function withoutFilter(view: AnyView, { key, value }: Filter): AnyView {
  const old = view[key]
  const rest = typeof old === 'object' ? old.filter((one) => one !== value) : undefined
  return { ...view, [key]: rest, page: 1, ignored: [] }
}
