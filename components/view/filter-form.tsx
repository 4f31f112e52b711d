import Form from 'next/form'
import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import { type AnyView, getParameters, type Page } from '@/domain/view'
import { FilterChoice } from './filter-choice'
import { hrefTo, type Reading } from './reading'
import { type Filter, getParameterCode, getParameterName, listFilters, withoutFilter } from './view-words'

/** What may be chosen for the ids of a parameter. */
export type Choices = { [key: string]: readonly { id: string; text: string }[] }

type FilterFormProps = { reading: Reading; page: Page; view: AnyView; choices: Choices }

/** The filters of a page as a GET form: works without JavaScript, and what it sends is a view. */
export function FilterForm({ reading, page, view, choices }: FilterFormProps) {
  const { words } = reading
  const all = Object.entries(getParameters(page))
  const parameters = all.filter(([, { kind }]) => kind !== 'number' && kind !== 'sort' && kind !== 'code')
  const kept = all.filter(([key, { kind }]) => kind === 'code' && view[key] !== undefined)
  if (parameters.length === 0) return null
  const sort = view.sort
  return (
    <Form action={hrefTo(reading, page)} prefetch={false} className="filters no-print" aria-label={words.view.filters}>
      {parameters.map(([key, parameter]) => {
        const name = getParameterName(reading, key)
        if (parameter.kind === 'ids') {
          return (
            <FilterChoice
              key={key}
              name={key}
              label={name}
              chosen={view[key] as string[]}
              options={(choices[key] ?? []).map(({ id, text }) => [id, text] as const)}
            />
          )
        }
        if (parameter.kind === 'codes') {
          const options = parameter.codes.map((code) => [code, getParameterCode(reading, page, key, code)] as const)
          return <FilterChoice key={key} name={key} label={name} chosen={view[key] as string[]} options={options} />
        }
        return (
          <Entry
            key={key}
            name={key}
            label={name}
            value={view[key] as string | undefined}
            kind={parameter.kind}
            hint={getHint(reading, parameter.kind)}
          />
        )
      })}
      {kept.map(([key]) => (
        <input key={key} type="hidden" name={key} value={String(view[key])} />
      ))}
      {sort !== undefined && sort !== getDefaultSort(page) && <input type="hidden" name="sort" value={String(sort)} />}
      <button type="submit" className="button">
        {words.view.apply}
      </button>
    </Form>
  )
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
