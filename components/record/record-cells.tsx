import type { ReactNode } from 'react'
import type { Column } from '@/components/view/data-table'
import { type Reading, toName } from '@/components/view/reading'
import type { Citation, Noun } from '@/domain/field'
import { SourceLinks } from './citations'
import { formatDoubtfulDate } from './dates'
import { getCodeText } from './field-value'
import { getGrade } from './grade'
import type { RecordLike } from './record-like'
import { NameText, RecordLink } from './record-link'

/** A record's own name, as a link to it. */
export function renderName(row: RecordLike, reading: Reading): ReactNode {
  return (
    <RecordLink
      reading={{ ...reading, labels: { ...reading.labels, [row.noun]: { [row.id]: row.fields } } }}
      noun={row.noun}
      id={row.id}
    />
  )
}

export function renderSources(row: RecordLike, reading: Reading): ReactNode {
  return <SourceLinks reading={reading} citations={row.fields.citations as Citation[]} />
}

export function renderDate(key: string) {
  return (row: RecordLike, { words }: Reading): ReactNode => {
    const date = row.fields[key]
    if (date === undefined) return <span className="text-muted">–</span>
    return <span className="date">{formatDoubtfulDate(words, String(date))}</span>
  }
}

export function renderText(key: string) {
  return (row: RecordLike, reading: Reading): ReactNode => {
    const text = row.fields[key]
    if (text === undefined) return <span className="text-muted">–</span>
    return <NameText name={toName(String(text), reading.language)} reading={reading} />
  }
}

/** A link to the record that a field names. */
export function renderLink(noun: Noun, key: string = noun) {
  return (row: RecordLike, reading: Reading): ReactNode =>
    row.fields[key] ? <RecordLink reading={reading} noun={noun} id={String(row.fields[key])} /> : '–'
}

/** A name or a code is not broken within a Chinese word. */
export function renderArea(row: RecordLike, reading: Reading): ReactNode {
  return (
    <span className="break-keep wrap-break-word">
      <RecordLink reading={reading} noun="area" id={String(row.fields.area)} />
    </span>
  )
}

export function renderCode(key: string) {
  return (row: RecordLike, reading: Reading): ReactNode => (
    <span className="break-keep wrap-break-word">{getCodeText(reading, row.noun, key, String(row.fields[key]))}</span>
  )
}

export function renderGrade(row: RecordLike, reading: Reading): ReactNode {
  return reading.words.codes.grade[getGrade(row, reading)]
}

/** A figure, a period or a date as the record keeps it, for a spreadsheet. */
export function copyField(key: string): Column['copy'] {
  return ({ fields }) => (fields[key] === undefined ? undefined : String(fields[key]))
}

export function copySources({ fields }: RecordLike): string {
  return [...new Set((fields.citations as Citation[] | undefined)?.map(({ source }) => source))].join('; ')
}
