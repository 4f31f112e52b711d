import Form from 'next/form'
import Link from 'next/link'
import { Fragment } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { formatDoubtfulDate } from '@/components/record/dates'
import type { FacetCounts } from '@/domain/facet'
import { type AnyView, getParameters, type Page } from '@/domain/view'
import { type ChoiceOption, FilterChoice } from './filter-choice'
import { hrefTo, type Reading } from './reading'
import { type Filter, formKinds, getParameterCode, getParameterName, listFilters, withoutFilter } from './view-words'

/** What may be chosen for the ids of a parameter. */
export type Choices = { [key: string]: readonly { id: string; text: string }[] }

type FilterFormProps = {
  reading: Reading
  page: Page
  view: AnyView
  choices: Choices
  /** How many rows each value would give; values that would give none are not offered. Without it nothing is counted. */
  facets?: FacetCounts
}

/**
 * The filters of a page as a GET form: works without JavaScript, and what it sends is a view. In a narrow window it is
 * behind a lid, so that what a shared link shows comes first.
 */
export function FilterForm({ reading, page, view, choices, facets = {} }: FilterFormProps) {
  const { words } = reading
  const all = Object.entries(getParameters(page))
  const parameters = all.filter(([, { kind }]) => !formKinds.has(kind))
  const kept = all.flatMap(([key, { kind }]) =>
    kind === 'code' || kind === 'marks' ? [view[key] ?? []].flat().map((value) => ({ key, value: String(value) })) : [],
  )
  if (parameters.length === 0) return null
  const sort = view.sort
  const set = listFilters(reading, page, view).length
  return (
    <details className="fold filter-fold no-print">
      <summary>
        {words.view.filters}
        {set > 0 && <span className="count">{set}</span>}
      </summary>
      <Form action={hrefTo(reading, page)} prefetch={false} className="filters" aria-label={words.view.filters}>
        {parameters.map(([key, parameter]) => {
          const name = getParameterName(reading, key)
          if (parameter.kind === 'ids' || parameter.kind === 'codes') {
            return (
              <FilterChoice
                key={key}
                name={key}
                label={name}
                chosen={view[key] as string[]}
                options={listOptions({ reading, page, view, key, offered: listOffered(), counts: facets[key] })}
                words={{
                  add: words.facet.add,
                  remove: words.facet.remove,
                  ...(facets[key] ? { hint: words.facet.hint } : {}),
                }}
              />
            )
          }
          return (
            <Fragment key={key}>
              <Entry
                name={key}
                label={name}
                value={view[key] as string | undefined}
                kind={parameter.kind}
                hint={getHint(reading, parameter.kind)}
              />
              {key === 'to' && facets.year && facets.year.size > 0 && (
                <FilterYear reading={reading} page={page} view={view} counts={facets.year} />
              )}
            </Fragment>
          )

          function listOffered() {
            if (parameter.kind !== 'codes') return choices[key] ?? []
            return parameter.codes.map((code) => ({ id: code, text: getParameterCode(reading, page, key, code) }))
          }
        })}
        {kept.map(({ key, value }) => (
          <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
        ))}
        {sort !== undefined && sort !== getDefaultSort(page) && (
          <input type="hidden" name="sort" value={String(sort)} />
        )}
        <button type="submit" className="button main">
          {words.view.apply}
        </button>
      </Form>
    </details>
  )
}

type OptionsProps = Omit<FilterFormProps, 'choices' | 'facets'> & {
  key: string
  offered: Choices[string]
  counts: ReadonlyMap<string, number> | undefined
}

/** The values of a facet that would give rows, or that are chosen, each with the view it leads to. */
function listOptions({ reading, page, view, key, offered, counts }: OptionsProps): ChoiceOption[] {
  const chosen = view[key] as readonly string[]
  if (!counts) return offered.map(({ id, text }) => [id, text])
  return offered
    .filter(({ id }) => counts.has(id) || chosen.includes(id))
    .map(({ id, text }) => {
      const values = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
      const href = hrefTo(reading, page, { view: { ...view, [key]: values, page: 1, ignored: [] } })
      return [id, text, formatNumber(counts.get(id) ?? 0), href]
    })
}

/** The years of a view, newest first: each leads to the dates within it, the chosen one back to all. */
function FilterYear({ reading, page, view, counts }: Omit<OptionsProps, 'key' | 'offered'>) {
  const { words } = reading
  const options = [...(counts ?? [])]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([year, rows]): ChoiceOption => {
      const bounds = isYear(view, year) ? { from: undefined, to: undefined } : { from: year, to: year }
      const href = hrefTo(reading, page, { view: { ...view, ...bounds, page: 1, ignored: [] } })
      return [year, formatDoubtfulDate(words, year), formatNumber(rows), href]
    })
  return (
    <FilterChoice
      name="year"
      label={words.facet.year}
      chosen={options.filter(([year]) => isYear(view, year)).map(([year]) => year)}
      options={options}
      words={{ add: words.facet.add, remove: words.facet.remove }}
      single
    />
  )
}

function isYear({ from, to }: AnyView, year: string): boolean {
  return from === year && to === year
}

function formatNumber(rows: number): string {
  return rows.toLocaleString('en-US')
}

function getDefaultSort(page: Page): string | undefined {
  const sort = getParameters(page).sort
  return sort?.kind === 'sort' ? sort.default : undefined
}

function getHint(reading: Reading, kind: string): string | undefined {
  return kind === 'bound' ? reading.words.view.dateHint : kind === 'day' ? reading.words.view.dayHint : undefined
}

type EntryProps = { name: string; label: string; value: string | undefined; kind: string; hint: string | undefined }

function Entry({ name, label, value, kind, hint }: EntryProps) {
  return (
    <label className="entry" title={hint}>
      <span>{label}</span>
      <input
        type={kind === 'text' ? 'search' : 'text'}
        name={name}
        defaultValue={value ?? ''}
        maxLength={kind === 'text' ? 100 : 10}
        size={kind === 'text' ? 18 : 10}
        placeholder={kind === 'text' ? undefined : kind === 'day' ? '2024-01-01' : '2024-07'}
        autoComplete="off"
      />
    </label>
  )
}

/** The filters that are set, each with a link to the view without it. */
export function FilterChips({ reading, page, view }: { reading: Reading; page: Page; view: AnyView }) {
  const filters = listFilters(reading, page, view)
  if (filters.length === 0) return null
  const { words } = reading
  return (
    <ul className="chips no-print">
      {filters.map((filter) => (
        <li key={`${filter.key} ${filter.value}`}>
          <Chip reading={reading} page={page} view={view} filter={filter} />
        </li>
      ))}
      <li>
        <Link href={hrefTo(reading, page)} prefetch={false} className="clear">
          {words.view.clear}
        </Link>
      </li>
    </ul>
  )
}

function Chip({ reading, page, view, filter }: { reading: Reading; page: Page; view: AnyView; filter: Filter }) {
  const name = getParameterName(reading, filter.key)
  return (
    <Link
      href={hrefTo(reading, page, { view: withoutFilter(view, filter) })}
      prefetch={false}
      aria-label={fillTemplate(reading.words.view.remove, { name, value: filter.text })}
    >
      <span className="text-muted">{name}</span> {filter.text} <span aria-hidden="true">×</span>
    </Link>
  )
}
