import type { ReactNode } from 'react'
import type { Column } from '@/components/view/data-table'
import { type Reading, toName } from '@/components/view/reading'
import type { Noun } from '@/domain/field'
import { getMemberState } from '@/domain/member'
import type { Frequency } from '@/domain/period'
import { Amount, getUnitText } from './amount'
import { formatPeriodCode } from './dates'
import { getCodeText } from './field-value'
import { Quotations } from './quotations'
import {
  copyField,
  copySources,
  renderArea,
  renderCode,
  renderDate,
  renderGrade,
  renderLink,
  renderName,
  renderSources,
  renderText,
} from './record-cells'
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

const area: Cells = { key: 'area', sort: 'area', cell: renderArea }
const grade: Cells = { key: 'evidence', sort: 'evidence', cell: renderGrade }
const id: Cells = { key: 'id', sort: 'id', cell: (row) => <code>{row.id}</code> }
const sources: Cells = { key: 'citations', sort: 'sources', copy: copySources, cell: renderSources }
const date = (key: string, sort: string): Cells => ({ key, sort, copy: copyField(key), cell: renderDate(key) })

/** The columns of each noun's table; a head is the field's name unless it says otherwise. */
const columns: Record<Noun, Cells[]> = {
  observation: [
    { key: 'indicator', sort: 'indicator', cell: renderLink('indicator') },
    area,
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
      cell: (row, reading) => (
        <>
          <Amount reading={reading} fields={row.fields} />
          {typeof row.fields.note === 'string' && (
            <small className="figure-note">
              <NameText reading={reading} name={toName(row.fields.note, reading.language)} />
            </small>
          )}
        </>
      ),
    },
    {
      key: 'unit',
      sort: 'unit',
      cell: (row, reading) => (
        <small className="unit whitespace-nowrap text-muted">
          {getUnitText(reading, reading.labels.indicator?.[String(row.fields.indicator)])}
        </small>
      ),
    },
    { key: 'claimant', sort: 'claimant', cell: renderLink('claimant') },
    sources,
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
    id,
  ],
  'task-force': [
    { key: 'task-force', cell: renderName, sort: 'name' },
    area,
    date('establishedOn', 'established'),
    { key: 'documentNumber', sort: 'number', cell: renderText('documentNumber') },
    grade,
    sources,
  ],
  mention: [
    area,
    { key: 'quote', sort: 'quote', cell: (row, reading) => <Quotations row={row} reading={reading} /> },
    date('date', 'date'),
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
    grade,
    sources,
  ],
  member: [
    area,
    { key: 'list', sort: 'list', cell: renderLink('list') },
    date('from', 'from'),
    date('to', 'to'),
    {
      key: 'record',
      label: 'member',
      cell: (row, reading) => (
        <RecordLink reading={reading} noun="member" id={row.id} name={{ text: reading.words.view.details }} />
      ),
    },
    sources,
  ],
  report: [
    { key: 'report', sort: 'kind', cell: renderName, label: 'kind' },
    { key: 'member', sort: 'member', cell: renderLink('member') },
    date('date', 'date'),
    { key: 'note', sort: 'note', cell: renderText('note') },
    sources,
  ],
  list: [
    { key: 'list', sort: 'name', cell: renderName },
    { key: 'document', sort: 'document', cell: renderLink('document') },
    { key: 'note', sort: 'note', cell: renderText('note') },
  ],
  area: [
    { key: 'area', sort: 'name', cell: renderName },
    id,
    { key: 'kind', sort: 'kind', cell: renderCode('kind') },
    { key: 'parent', sort: 'parent', cell: renderLink('area', 'parent') },
    { key: 'gbCode', sort: 'code', cell: renderText('gbCode') },
    sources,
  ],
  document: [
    { key: 'document', sort: 'title', cell: renderName },
    { key: 'number', sort: 'number', cell: renderText('number') },
    { key: 'issuer', sort: 'issuer', cell: renderText('issuer') },
    date('issuedOn', 'issued'),
    sources,
  ],
  source: [
    { key: 'source', label: 'title', sort: 'title', cell: renderName },
    { key: 'publisher', sort: 'publisher', cell: renderText('publisher') },
    date('publishedOn', 'published'),
    { key: 'kind', sort: 'kind', cell: renderCode('kind') },
    { key: 'reliability', sort: 'reliability', cell: (row) => String(row.fields.reliability) },
  ],
  claimant: [
    { key: 'claimant', sort: 'name', cell: renderName },
    { key: 'kind', sort: 'kind', cell: renderCode('kind') },
    { key: 'note', sort: 'note', cell: renderText('note') },
    id,
  ],
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

function getPeriodText(row: RecordLike, reading: Reading): string {
  return formatPeriodCode(reading.words, String(row.fields.period), row.fields.frequency as Frequency)
}
