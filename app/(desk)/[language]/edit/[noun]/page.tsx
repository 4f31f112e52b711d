import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { inputClass } from '@/components/desk/input-class'
import { Amount, getUnitText } from '@/components/record/amount'
import { NameText } from '@/components/record/record-link'
import { getName, toReading } from '@/components/view/reading'
import { formatCount } from '@/components/view/view-words'
import { getCurrentEdition } from '@/db/current-edition'
import { getLabels } from '@/db/get-labels'
import { searchRecords } from '@/db/search-records'
import { nouns } from '@/domain/field'
import { formatDeskPath } from '@/domain/return-path'
import { getEditMessages } from '@/messages/desk/edit'
import { getMessages } from '@/messages/messages'

type Props = DeskPageProps<{ noun: string }>

const ROWS = 50

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${getEditMessages(language).records} · ${words.site}` }
}

/** The records of one noun, to be found by any word in them. */
export default async function RecordsPage(props: Props) {
  const { language } = await getDeskWords(props)
  const noun = nouns.find(await isAsked(props))
  if (!noun) notFound()
  await authorisePage('/edit/[noun]', language, `/edit/${noun}`)
  const { q, page } = await readSearch(props)
  const edit = getEditMessages(language)
  const words = getMessages(language)
  const { rows, total } = await searchRecords(noun, q, { offset: (page - 1) * ROWS, limit: ROWS })
  const edition = (await getCurrentEdition()).n
  const reading = toReading(
    language,
    { edition, current: edition, pinned: false },
    new Date(0),
    await getLabels(edition, rows),
  )
  const path = formatDeskPath(language, `/edit/${noun}`)
  const many = words.nouns[noun].many
  const hrefOf = (to: number) => `${path}?${new URLSearchParams({ ...(q === '' ? {} : { q }), page: String(to) })}`
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>{many}</h1>
        <a href={`${path}/new`} className="button">
          {edit.newRecord}
          <span className="sr-only">: {words.nouns[noun].one}</span>
        </a>
      </div>
      <search>
        <form action={path} method="get" className="my-4 flex max-w-xl items-end gap-3">
          <label className="grow text-sm">
            {fillTemplate(edit.searchLabel, { noun: many })}
            <input type="search" name="q" defaultValue={q} maxLength={100} className={inputClass} />
          </label>
          <button type="submit" className="button main">
            {edit.search}
          </button>
        </form>
      </search>
      <p className="text-sm text-muted" data-total>
        {rows.length === 0 ? edit.none : formatCount(words, noun, total)}
      </p>
      <ul>
        {rows.map(({ id, fields }) => (
          <li key={id} className="border-b border-rule">
            {/* A form is opened as a whole page: only then does the browser ask before going back from it. */}
            <a href={`${path}/${id}`} className="flex flex-wrap gap-x-4 py-2.5">
              <span>
                <NameText name={getName(noun, id, fields, reading)} reading={reading} />
              </span>
              <code className="text-muted wrap-anywhere">{id}</code>
              {noun === 'observation' && (
                <span className="ms-auto">
                  <Amount
                    reading={reading}
                    fields={fields}
                    unit={getUnitText(reading, reading.labels.indicator?.[String(fields.indicator)])}
                  />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      <p className="my-4 flex gap-6">
        {page > 1 && <a href={hrefOf(page - 1)}>{edit.previous}</a>}
        {page * ROWS < total && <a href={hrefOf(page + 1)}>{edit.next}</a>}
      </p>
    </>
  )
}

async function isAsked(props: Props): Promise<(noun: string) => boolean> {
  const { noun } = await props.params
  return (known) => known === noun
}

async function readSearch(props: Props): Promise<{ q: string; page: number }> {
  const { q, page } = await props.searchParams
  const number = typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
  return { q: typeof q === 'string' ? q.slice(0, 100).replaceAll('\u0000', '') : '', page: number }
}
