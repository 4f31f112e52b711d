import type { ReactNode } from 'react'
import type { Column } from '@/components/view/data-table'
import { type Reading, toName } from '@/components/view/reading'
import { gradeOf } from '@/domain/evidence'
import type { Citation, Language, Noun } from '@/domain/field'
import { getMemberState } from '@/domain/member'
import type { Frequency } from '@/domain/period'
import { isMark } from '@/domain/redaction'
import type { Reliability } from '@/domain/source'
import { Amount, getUnitText } from './amount'
import { SourceLinks } from './citations'
import { formatDoubtfulDate, formatPeriodCode } from './dates'
import { getCodeText } from './field-value'
import type { RecordLike } from './record-like'
import { NameText, RecordLink } from './record-link'

type Cells = {
  key: string
  label?: string
  sort?: string
  numeric?: boolean
  copy?: Column['copy']
  cell: (row: RecordLike, reading: Reading) => ReactNode
}

/** The columns of each noun's table; a head is the field's name unless it says otherwise. */
const columns: Record<Noun, Cells[]> = {
  observation: [
    {
      key: 'indicator',
      sort: 'indicator',
      cell: (row, reading) => <RecordLink reading={reading} noun="indicator" id={String(row.fields.indicator)} />,
    },
    {
      key: 'area',
      sort: 'area',
      cell: renderArea,
    },
    {
      key: 'period',
      sort: 'period',
      copy: copyField('period'),
      cell: (row, reading) => (
        <span className="date">
          <RecordLink reading={reading} noun="observation" id={row.id} name={{ text: getPeriodText(row, reading) }} />
        </span>
      ),
    },
    {
      key: 'value',
      sort: 'value',
      numeric: true,
      copy: copyField('value'),
      cell: (row, reading) => <Amount reading={reading} fields={row.fields} />,
    },
    {
      key: 'unit',
      sort: 'unit',
      cell: (row, reading) => (
        <small className="whitespace-nowrap text-muted">
          {getUnitText(reading, reading.labels.indicator?.[String(row.fields.indicator)])}
        </small>
      ),
    },
    {
      key: 'claimant',
      sort: 'claimant',
      cell: (row, reading) => <RecordLink reading={reading} noun="claimant" id={String(row.fields.claimant)} />,
    },
    { key: 'citations', sort: 'sources', copy: copySources, cell: renderSources },
  ],
  indicator: [
    { key: 'indicator', sort: 'name', cell: renderName },
    {
      key: 'definition',
      sort: 'definition',
      cell: (row, { language }) => String(row.fields[language === 'zh' ? 'definitionZh' : 'definitionEn']),
    },
    { key: 'unit', sort: 'unit', cell: (row, reading) => getUnitText(reading, row.fields) },
    { key: 'measure', sort: 'measure', cell: renderCode('measure') },
    { key: 'id', sort: 'id', cell: (row) => <code>{row.id}</code> },
  ],
  'task-force': [
    { key: 'task-force', cell: renderName, sort: 'name' },
    { key: 'area', sort: 'area', cell: renderArea },
    { key: 'establishedOn', sort: 'established', copy: copyField('establishedOn'), cell: renderDate('establishedOn') },
    { key: 'documentNumber', sort: 'number', cell: renderText('documentNumber') },
    { key: 'evidence', sort: 'evidence', cell: renderGrade },
    { key: 'citations', sort: 'sources', copy: copySources, cell: renderSources },
  ],
  mention: [
    {
      key: 'area',
      sort: 'area',
      cell: renderArea,
    },
    { key: 'quote', sort: 'quote', cell: (row, reading) => <Quotations row={row} reading={reading} /> },
    { key: 'date', sort: 'date', copy: copyField('date'), cell: renderDate('date') },
    {
      key: 'documentKind',
      sort: 'kind',
      cell: (row, reading) => (
        <span className="break-keep wrap-break-word">
          <RecordLink
            reading={reading}
            noun="mention"
            id={row.id}
            name={{ text: getCodeText(reading, 'mention', 'documentKind', String(row.fields.documentKind)) }}
          />
        </span>
      ),
    },
    { key: 'evidence', sort: 'evidence', cell: renderGrade },
    { key: 'citations', sort: 'sources', copy: copySources, cell: renderSources },
  ],
  member: [
    {
      key: 'area',
      sort: 'area',
      cell: renderArea,
    },
    {
      key: 'list',
      sort: 'list',
      cell: (row, reading) => <RecordLink reading={reading} noun="list" id={String(row.fields.list)} />,
    },
    { key: 'from', sort: 'from', copy: copyField('from'), cell: renderDate('from') },
    { key: 'to', sort: 'to', copy: copyField('to'), cell: renderDate('to') },
    {
      key: 'record',
      label: 'member',
      cell: (row, reading) => (
        <RecordLink reading={reading} noun="member" id={row.id} name={{ text: reading.words.view.details }} />
      ),
    },
    { key: 'citations', sort: 'sources', copy: copySources, cell: renderSources },
  ],
  report: [
    { key: 'report', sort: 'kind', cell: renderName, label: 'kind' },
    {
      key: 'member',
      sort: 'member',
      cell: (row, reading) => <RecordLink reading={reading} noun="member" id={String(row.fields.member)} />,
    },
    { key: 'date', sort: 'date', copy: copyField('date'), cell: renderDate('date') },
    { key: 'note', sort: 'note', cell: renderText('note') },
    { key: 'citations', sort: 'sources', copy: copySources, cell: renderSources },
  ],
  list: [
    { key: 'list', sort: 'name', cell: renderName },
    {
      key: 'document',
      sort: 'document',
      cell: (row, reading) =>
        row.fields.document ? <RecordLink reading={reading} noun="document" id={String(row.fields.document)} /> : '–',
    },
    { key: 'note', sort: 'note', cell: renderText('note') },
  ],
  area: [
    { key: 'area', sort: 'name', cell: renderName },
    { key: 'id', sort: 'id', cell: (row) => <code>{row.id}</code> },
    { key: 'kind', sort: 'kind', cell: renderCode('kind') },
    {
      key: 'parent',
      sort: 'parent',
      cell: (row, reading) =>
        row.fields.parent ? <RecordLink reading={reading} noun="area" id={String(row.fields.parent)} /> : '–',
    },
    { key: 'gbCode', sort: 'code', cell: renderText('gbCode') },
    { key: 'citations', sort: 'sources', copy: copySources, cell: renderSources },
  ],
  document: [
    { key: 'document', sort: 'title', cell: renderName },
    { key: 'number', sort: 'number', cell: renderText('number') },
    { key: 'issuer', sort: 'issuer', cell: renderText('issuer') },
    { key: 'issuedOn', sort: 'issued', copy: copyField('issuedOn'), cell: renderDate('issuedOn') },
    { key: 'citations', sort: 'sources', copy: copySources, cell: renderSources },
  ],
  source: [
    { key: 'source', label: 'title', sort: 'title', cell: renderName },
    { key: 'publisher', sort: 'publisher', cell: renderText('publisher') },
    { key: 'publishedOn', sort: 'published', copy: copyField('publishedOn'), cell: renderDate('publishedOn') },
    { key: 'kind', sort: 'kind', cell: renderCode('kind') },
    { key: 'reliability', sort: 'reliability', cell: (row) => String(row.fields.reliability) },
  ],
  claimant: [
    { key: 'claimant', sort: 'name', cell: renderName },
    { key: 'kind', sort: 'kind', cell: renderCode('kind') },
    { key: 'note', sort: 'note', cell: renderText('note') },
    { key: 'id', sort: 'id', cell: (row) => <code>{row.id}</code> },
  ],
}

/** A figure, a period or a date as the record keeps it, for a spreadsheet. */
function copyField(key: string): Column['copy'] {
  return ({ fields }) => (fields[key] === undefined ? undefined : String(fields[key]))
}

function copySources({ fields }: RecordLike): string {
  return [...new Set((fields.citations as Citation[] | undefined)?.map(({ source }) => source))].join('; ')
}

/** The columns of a noun's table for a reader; `on` is the day a membership is looked at. */
export function getColumns(noun: Noun, reading: Reading, on?: string): Column[] {
  const { words } = reading
  const fields: Record<string, string> = words.fields
  const names: Record<string, { one: string }> = words.nouns
  const made = columns[noun].map(({ key, label, cell, ...rest }) => ({
    key,
    ...rest,
    label: fields[label ?? key] ?? names[key]?.one ?? words.citation[key as 'evidence'] ?? key,
    cell: (row: RecordLike) => cell(row, reading),
  }))
  if (noun !== 'member') return made
  const states = words.codes['member.state']
  return [
    ...made.slice(0, 1),
    {
      key: 'state',
      sort: 'status',
      label: fields.status ?? '',
      cell: (row) => states[getMemberState(row.fields, on)],
    },
    ...made.slice(1),
  ]
}

function renderName(row: RecordLike, reading: Reading): ReactNode {
  return (
    <RecordLink
      reading={{ ...reading, labels: { ...reading.labels, [row.noun]: { [row.id]: row.fields } } }}
      noun={row.noun}
      id={row.id}
    />
  )
}

function renderSources(row: RecordLike, reading: Reading): ReactNode {
  return <SourceLinks reading={reading} citations={row.fields.citations as Citation[]} />
}

function renderDate(key: string) {
  return (row: RecordLike, { words }: Reading): ReactNode => {
    const date = row.fields[key]
    if (date === undefined) return <span className="text-muted">–</span>
    return <span className="date">{formatDoubtfulDate(words, String(date))}</span>
  }
}

function renderText(key: string) {
  return (row: RecordLike, reading: Reading): ReactNode => {
    const text = row.fields[key]
    if (text === undefined) return <span className="text-muted">–</span>
    return <NameText name={toName(String(text), reading.language)} reading={reading} />
  }
}

/** A name or a code is not broken within a Chinese word. */
function renderArea(row: RecordLike, reading: Reading): ReactNode {
  return (
    <span className="break-keep wrap-break-word">
      <RecordLink reading={reading} noun="area" id={String(row.fields.area)} />
    </span>
  )
}

function renderCode(key: string) {
  return (row: RecordLike, reading: Reading): ReactNode => (
    <span className="break-keep wrap-break-word">{getCodeText(reading, row.noun, key, String(row.fields[key]))}</span>
  )
}

/** The words of a mention in each language they are known in, and its summary. */
export function Quotations({ row, reading }: { row: RecordLike; reading: Reading }): ReactNode {
  const { quoteEn, quoteZh, summary } = row.fields
  return (
    <>
      {quoteZh !== undefined && (
        <Quotation reading={reading} written="zh" text={String(quoteZh)} alone={quoteEn === undefined} />
      )}
      {quoteEn !== undefined && (
        <Quotation reading={reading} written="en" text={String(quoteEn)} alone={quoteZh === undefined} />
      )}
      {summary !== undefined && (
        <small className="block text-muted">
          <NameText name={toName(String(summary), reading.language)} reading={reading} />
        </small>
      )}
    </>
  )
}

type QuotationProps = { reading: Reading; written: Language; text: string; alone: boolean }

/** Words in quotation marks of their own language; marked with it where they are there in no other. */
function Quotation({ reading, written, text, alone }: QuotationProps): ReactNode {
  if (isMark(text)) return <span className="block text-muted">{reading.words.redaction.mark}</span>
  const quote = written === 'zh' ? `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”` : `“${text}”`
  if (written === reading.language || !alone) {
    return (
      <span className="block" lang={written === 'zh' ? 'zh-Hans' : 'en'}>
        {quote}
      </span>
    )
  }
  return (
    <span className="block">
      <NameText name={{ text: quote, lang: written }} reading={reading} />
    </span>
  )
}

function renderGrade(row: RecordLike, reading: Reading): ReactNode {
  return reading.words.codes.grade[getGrade(row, reading)]
}

/** The evidence grade of a task force or a mention, by the sources its labels hold. */
export function getGrade(row: RecordLike, reading: Reading) {
  return gradeOf(
    row.fields.citations as Citation[],
    (id) => reading.labels.source?.[id]?.reliability as Reliability | undefined,
  )
}

function getPeriodText(row: RecordLike, reading: Reading): string {
  return formatPeriodCode(reading.words, String(row.fields.period), row.fields.frequency as Frequency)
}
