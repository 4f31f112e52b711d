import { fillTemplate } from '@/components/chart/chart-words'
import { formatDoubtfulDate } from '@/components/record/dates'
import type { AnyView, Page } from '@/domain/view'
import { getParameters } from '@/domain/view'
import { getLabel, type Reading } from './reading'
import { describeMeasure, listFilters, nounOfParameter } from './view-words'

/** How many values of a filter a name tells, and how long it may become: titles are cut off behind that anyway. */
const VALUES_MOST = 4
const NAME_MOST = 160

/**
 * What a view is called, the same in titles, citations, frames and feeds: what it is of, where, when, and what else it is
 * limited to. `Local government debt balance, special: Guizhou, Yunnan, 2022–2024`. With nothing asked for, its page's name.
 */
export function nameView(reading: Reading, page: Page, view: AnyView): string {
  const { view: words } = reading.words
  const indicators = listValues(reading, page, view, 'indicator')
  const what = indicators.length === 0 ? reading.words.pages[page].title : enumerate(reading, indicators, words.nameAnd)
  const of = [
    enumerate(reading, listValues(reading, page, view, 'area'), words.namePlaces),
    ...listPeriods(reading, view),
    ...listOthers(reading, page, view),
  ].filter((part) => part !== '')
  if (of.length === 0) return cut(what)
  return cut(fillTemplate(words.name, { what, of: of.join(words.nameSeparator) }))
}

/** The ids of other records that a view names, for their names. */
export function listNamed(view: AnyView) {
  return Object.entries(nounOfParameter).flatMap(([key, noun]) =>
    ((view[key] as readonly string[] | undefined) ?? []).map((id) => ({ noun, id })),
  )
}

function listValues(reading: Reading, page: Page, view: AnyView, key: string): string[] {
  if (!Object.hasOwn(getParameters(page), key)) return []
  const noun = nounOfParameter[key]
  const values = (view[key] as readonly string[] | undefined) ?? []
  return noun ? values.map((id) => getLabel(reading, noun, id).text) : []
}

function enumerate({ words }: Reading, values: readonly string[], separator: string): string {
  const shown = values.slice(0, VALUES_MOST).join(separator)
  const more = values.length - VALUES_MOST
  return more > 0 ? `${shown}${separator}${fillTemplate(words.view.nameMore, { count: more })}` : shown
}

function listPeriods({ words }: Reading, { from, to, on }: AnyView): string[] {
  const tell = (date: unknown) => (date === undefined ? undefined : formatDoubtfulDate(words, String(date)))
  const [first, last, day] = [tell(from), tell(to), tell(on)]
  if (day !== undefined) return [day]
  if (first === undefined && last === undefined) return []
  if (first === last && first !== undefined) return [first]
  if (first === undefined) return [fillTemplate(words.view.nameUntil, { to: last ?? '' })]
  if (last === undefined) return [fillTemplate(words.view.nameSince, { from: first })]
  return [fillTemplate(words.view.nameSpan, { from: first, to: last })]
}

const TOLD = new Set(['indicator', 'area', 'from', 'to', 'on'])

/** Claimants, codes and words looked for, and what is computed. */
function listOthers(reading: Reading, page: Page, view: AnyView): string[] {
  const filters = listFilters(reading, page, view).filter(({ key }) => !TOLD.has(key))
  const keys = [...new Set(filters.map(({ key }) => key))]
  const values = keys.map((key) => {
    const texts = filters.filter((filter) => filter.key === key).map(({ text }) => text)
    const [first = ''] = texts
    if (key === 'q') return fillTemplate(reading.words.view.words, { q: first })
    return enumerate(reading, texts, reading.words.view.or)
  })
  return page === 'debt' && view.measure !== undefined ? [describeMeasure(reading, view), ...values] : values
}

function cut(name: string): string {
  const signs = [...name]
  return signs.length <= NAME_MOST
    ? name
    : `${signs
        .slice(0, NAME_MOST - 1)
        .join('')
        .trimEnd()}…`
}
