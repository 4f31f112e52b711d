import Form from 'next/form'
import Link from 'next/link'
import { Fragment } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import type { RecordLike } from '@/components/record/record-like'
import { NameText } from '@/components/record/record-link'
import type { AnyFields, Noun } from '@/domain/field'
import { findText, holdsPhrase } from '@/domain/find-text'
import { getFields } from '@/domain/record'
import type { Page } from '@/domain/view'
import { getName, hrefTo, hrefToRecord, type Name, type Reading, toName } from './reading'

/** Words that find something in each script, to begin with. */
const examples = ['璧山', 'Bishan', '砸锅卖铁', 'Guizhou', '47号文']

export function SearchForm({ reading, q }: { reading: Reading; q: string | undefined }) {
  const { words } = reading
  return (
    <search>
      <Form action={hrefTo(reading, 'search')} prefetch={false} className="filters no-print">
        <label className="entry grow">
          <span>{words.search.label}</span>
          <input
            type="search"
            name="q"
            defaultValue={q ?? ''}
            maxLength={100}
            placeholder={words.searching.placeholder}
            className="w-full"
            data-search
          />
        </label>
        <button type="submit" className="button main">
          {words.search.submit}
        </button>
      </Form>
      {q === undefined && (
        <p className="text-sm">
          <span className="me-3 text-muted">{words.searching.example}</span>
          {examples.map((example) => (
            <Link
              key={example}
              href={hrefTo(reading, 'search', { view: { q: example } })}
              prefetch={false}
              lang={/\p{Script=Han}/u.test(example) ? 'zh-Hans' : 'en'}
              className="me-3 inline-block py-1"
            >
              {example}
            </Link>
          ))}
        </p>
      )}
    </search>
  )
}

export type SearchGroup = { page: Page; noun: Noun; rows: readonly RecordLike[]; total: number }

type SearchResultsProps = { reading: Reading; groups: readonly SearchGroup[]; q: string }

/** What was found, kind by kind: how many of each, the first few with the words marked, and all of them as a view. */
export function SearchResults({ reading, groups, q }: SearchResultsProps) {
  const { words } = reading
  return (
    <>
      <nav aria-label={words.searching.kinds} className="no-print">
        <ul className="found-kinds">
          {groups.map(({ page, total }) => (
            <li key={page}>
              <a href={`#found-${page}`}>
                {words.pages[page].title} <span className="tabular-nums text-muted">{total}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ page, rows, total }) => (
        <section key={page} aria-labelledby={`found-${page}`} className="found">
          <div className="found-head">
            <h2 id={`found-${page}`}>
              {words.pages[page].title} <span className="font-normal text-muted tabular-nums">{total}</span>
            </h2>
            <Link href={hrefTo(reading, page, { view: { q } })} prefetch={false} className="text-sm">
              {fillTemplate(words.searching.allOf, { count: total, page: words.pages[page].title })}
            </Link>
          </div>
          <ul>
            {rows.map((row) => (
              <Found key={row.id} reading={reading} row={row} q={q} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** One record: its name, and what else in it holds the words. */
function Found({ reading, row, q }: { reading: Reading; row: RecordLike; q: string }) {
  const mark = (text: string) => <Marked text={text} q={q} />
  const name = getFoundName(reading, row)
  return (
    <li>
      <Link href={hrefToRecord(reading, row.noun, row.id)} prefetch={false}>
        <NameText name={name} reading={reading} render={mark} />
      </Link>
      {listExcerpts(row.noun, row.fields, q)
        .filter((text) => text !== name.text)
        .map((text) => (
          <p key={text} className="text-sm text-muted">
            <NameText name={toName(text, reading.language)} reading={reading} render={mark} />
          </p>
        ))}
    </li>
  )
}

/** Where nothing was found: why that may be, and the lists one can go through. */
export function SearchNothing({ reading, pages }: { reading: Reading; pages: readonly Page[] }) {
  const { words } = reading
  return (
    <div className="max-w-prose">
      <p className="text-muted">{words.searching.noneHint}</p>
      <ul className="found-kinds">
        {pages.map((page) => (
          <li key={page}>
            <Link href={hrefTo(reading, page)} prefetch={false}>
              {words.pages[page].title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function getFoundName(reading: Reading, { noun, id, fields }: RecordLike): Name {
  return getName(noun, id, fields, { ...reading, labels: { ...reading.labels, [noun]: { [id]: fields } } })
}

const EXCERPTS_MOST = 2
const AROUND = 90

/** The texts of a record that hold the words, else those that hold some of them, cut to what stands around them. */
function listExcerpts(noun: Noun, fields: AnyFields, q: string): string[] {
  const texts = getFields(noun).flatMap(({ key, kind }) => {
    const value = fields[key]
    return kind === 'text' && value !== undefined ? [String(value)] : []
  })
  const whole = texts.filter((text) => holdsPhrase(text, q))
  const found = whole.length > 0 ? whole : texts.filter((text) => findText(text, q).length > 0)
  return [...new Set(found.map((text) => cutAround(text, q)))].slice(0, EXCERPTS_MOST)
}

function cutAround(text: string, q: string): string {
  const [first] = findText(text, q)
  if (!first) return text
  const from = Math.max(0, first.from - AROUND)
  const to = Math.min(text.length, first.to + AROUND)
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

/** A text with the words marked wherever they stand. */
function Marked({ text, q }: { text: string; q: string }) {
  const found = findText(text, q)
  return (
    <>
      {found.map(({ from, to }, at) => (
        <Fragment key={from}>
          {text.slice(found[at - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(found.at(-1)?.to ?? 0)}
    </>
  )
}
