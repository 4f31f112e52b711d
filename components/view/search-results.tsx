import Form from 'next/form'
import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import type { RecordLike } from '@/components/record/record-like'
import { NameText } from '@/components/record/record-link'
import type { AnyFields, Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import type { Page } from '@/domain/view'
import { getName, hrefTo, hrefToRecord, type Name, type Reading, toName } from './reading'

export function SearchForm({ reading, q }: { reading: Reading; q: string | undefined }) {
  const { words } = reading
  return (
    <search>
      <Form action={hrefTo(reading, 'search')} prefetch={false} className="filters no-print">
        <label className="entry grow">
          <span>{words.search.label}</span>
          <input type="search" name="q" defaultValue={q ?? ''} maxLength={100} className="w-full" data-search />
        </label>
        <button type="submit" className="button">
          {words.search.submit}
        </button>
      </Form>
    </search>
  )
}

export type SearchGroup = { page: Page; noun: Noun; rows: readonly RecordLike[]; total: number }

/** What was found, kind by kind; the first of each, and a link to all. */
export function SearchResults({ reading, groups, q }: { reading: Reading; groups: readonly SearchGroup[]; q: string }) {
  const { words } = reading
  const mark = (text: string) => <Marked text={text} q={q} />
  return groups.map(({ page, noun, rows, total }) => (
    <section key={page} aria-labelledby={`found-${page}`}>
      <h2 id={`found-${page}`}>
        {words.pages[page].title} <span className="font-normal text-muted">{total}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-rule py-2">
            <Link href={hrefToRecord(reading, noun, row.id)} prefetch={false}>
              <NameText name={getFoundName(reading, row)} reading={reading} render={mark} />
            </Link>
            {listExcerpts(noun, row.fields, q).map((text) => (
              <p key={text} className="text-sm text-muted">
                <NameText name={toName(text, reading.language)} reading={reading} render={mark} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="py-2 text-sm">
          <Link href={hrefTo(reading, page, { view: { q } })} prefetch={false}>
            {fillTemplate(words.search.all, { count: total })}
          </Link>
        </p>
      )}
    </section>
  ))
}

function getFoundName(reading: Reading, { noun, id, fields }: RecordLike): Name {
  return getName(noun, id, fields, { ...reading, labels: { ...reading.labels, [noun]: { [id]: fields } } })
}

const EXCERPTS_MOST = 2
const AROUND = 90

/** The texts of a record that hold the words, cut to what stands around them. */
function listExcerpts(noun: Noun, fields: AnyFields, q: string): string[] {
  const texts = getFields(noun).flatMap(({ key, kind }) => {
    const value = fields[key]
    return kind === 'text' && value !== undefined && findText(String(value), q) >= 0
      ? [cutAround(String(value), q)]
      : []
  })
  return [...new Set(texts)].slice(0, EXCERPTS_MOST)
}

function findText(text: string, q: string): number {
  return text.toLocaleLowerCase('en').indexOf(q.toLocaleLowerCase('en'))
}

function cutAround(text: string, q: string): string {
  const at = findText(text, q)
  const from = Math.max(0, at - AROUND)
  const to = Math.min(text.length, at + q.length + AROUND)
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

/** A text with the words marked where they first stand. */
function Marked({ text, q }: { text: string; q: string }) {
  const at = findText(text, q)
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + q.length)}</mark>
      {text.slice(at + q.length)}
    </>
  )
}
