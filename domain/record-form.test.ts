import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCsv } from './csv'
import { type AnyFields, type Noun, nouns } from './field'
import { getFields, parseRecord } from './record'
import { fromCsvCells } from './record-csv'
import {
  countCitationRows,
  countCitations,
  dropCitation,
  type FormValues,
  fromFormValues,
  toFormValues,
  toInputProblem,
} from './record-form'

test.each(nouns)('what is published of a %s goes through its form unchanged', (noun) => {
  const records = readFirstData(noun)
  expect(records.length).toBeGreaterThan(0)
  for (const { id, fields } of records) {
    const values = throughBrowser({ id, ...toFormValues(noun, fields) })
    const read = fromFormValues(noun, values)
    expect(read.id).toBe(id)
    expect(parseRecord(noun, id, read.fields)).toEqual({ ok: true, fields })
  }
})

test('a new record takes its id from its fields where they make it', () => {
  const values = { indicator: 'gdp', area: 'CN', period: '2024', frequency: 'A', claimant: 'official' }
  expect(fromFormValues('observation', values).id).toBe('gdp.CN.2024.A.official')
  expect(fromFormValues('observation', { ...values, area: ' ' }).id).toBe('')
  expect(fromFormValues('source', { id: ' s-new ' }).id).toBe('s-new')
})

/** What a form says besides the record: see the actions that read it. */
const ownNames = 'id noun base reader reason rows more drop successor dependents replacement'.split(' ')

test.each(nouns)('no field of a %s is called as something else in its form', (noun) => {
  for (const { key } of getFields(noun)) expect(ownNames).not.toContain(key)
})

test('blank is absent, and never an empty text', () => {
  const { fields } = fromFormValues('task-force', { area: '  ', duties: ' \r\n \n', nameZh: '', establishedOn: '' })
  expect(fields).toEqual({})
})

test('numbers and dates are understood as people type them, and stay as typed in the form', () => {
  const { fields, values } = fromFormValues('observation', {
    value: '４，２００',
    period: '2024年12月31日',
    area: 'ＣＮ',
  })
  expect(fields).toEqual({ value: '4200', period: '2024-12-31', area: 'CN' })
  expect(values).toEqual({ value: '４，２００', period: '2024年12月31日', area: 'ＣＮ' })
})

test('no later than is said by its box, and only with a date', () => {
  expect(fromFormValues('mention', { date: '2024/8/28', 'date.noLater': 'on' }).fields).toEqual({
    date: '../2024-08-28',
  })
  expect(fromFormValues('mention', { 'date.noLater': 'on' }).fields).toEqual({})
  expect(toFormValues('mention', { date: '../2024-08' })).toEqual({ date: '2024-08', 'date.noLater': 'on' })
})

test('blank rows between citations close up, in the fields as in the form', () => {
  const { fields, values } = fromFormValues('mention', {
    'citations.0.source': 's-a',
    'citations.1.source': ' ',
    'citations.3.source': 's-b',
    'citations.3.evidence': 'press-report',
    'citations.5.quote': 'a quotation without a source',
  })
  expect(fields.citations).toEqual([
    { source: 's-a' },
    { source: 's-b', evidence: 'press-report' },
    { quote: 'a quotation without a source' },
  ])
  expect(values).toEqual({
    'citations.0.source': 's-a',
    'citations.1.source': 's-b',
    'citations.1.evidence': 'press-report',
    'citations.2.quote': 'a quotation without a source',
  })
})

test('a problem stands at the input it is about', () => {
  const { fields } = fromFormValues('task-force', {
    area: 'Bishan District',
    nameEn: 'A name',
    duties: `short\n${'long '.repeat(900)}`,
    'citations.0.source': 's-a',
    'citations.1.quote': 'a quotation without a source',
    'citations.2.source': 'no id',
  })
  const parsed = parseRecord('task-force', 'tf-new', fields)
  const told = parsed.ok ? [] : parsed.problems.map((problem) => toInputProblem('task-force', problem))
  expect(told.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'area', code: 'reference' },
    { name: 'citations.1.source', code: 'missing' },
    { name: 'citations.2.source', code: 'reference' },
    { name: 'duties', code: 'long' },
  ])
})

test('there is always a row for one more citation, up to fifty', () => {
  const two = { 'citations.1.source': 's-a' }
  expect(countCitations('citations', {})).toBe(0)
  expect(countCitations('citations', two)).toBe(2)
  expect(countCitationRows('citations', two, 1)).toBe(3)
  expect(countCitationRows('citations', two, 7)).toBe(7)
  expect(countCitationRows('citations', two, Number.NaN)).toBe(3)
  expect(countCitationRows('citations', two, 1e9)).toBe(50)
  expect(countCitationRows('citations', { 'citations.49.source': 's-a' }, 1)).toBe(50)
})

test('a citation is dropped with all its parts, and no other', () => {
  const values = { 'citations.1.source': 's-a', 'citations.1.quote': 'so', 'citations.10.source': 's-b', note: 'kept' }
  expect(dropCitation('citations', '1', values)).toEqual({ 'citations.10.source': 's-b', note: 'kept' })
})

/** A form is sent with other line ends than it was shown with, and without the names that are blank. */
function throughBrowser(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replace(/\r?\n/g, '\r\n')]))
}

function readFirstData(noun: Noun): { id: string; fields: AnyFields }[] {
  const file = readdirSync('db/seed', { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith(`/${noun}s.csv`),
  )
  const csv = parseCsv(readFileSync(`db/seed/${file}`, 'utf8'))
  if (!csv.ok) throw new Error(JSON.stringify(csv.problem))
  return csv.file.records.map(({ cells }) => {
    const record = fromCsvCells(noun, cells)
    if (!record.ok) throw new Error(JSON.stringify(record.problems))
    return { id: record.id, fields: record.fields }
  })
}
