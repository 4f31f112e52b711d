import { expect, test } from 'vitest'
import { countStates, formatReportCsv, isClean, pickRows, type ReportRow } from './import-report'

const row = (line: number, state: ReportRow['state'], more: Partial<ReportRow> = {}): ReportRow => ({
  file: 'f.csv',
  noun: 'observation',
  id: `o.${line}`,
  differences: [],
  problems: [],
  line,
  state,
  ...more,
})

const rows = [
  row(2, 'same'),
  row(3, 'new'),
  row(4, 'changed', { differences: [{ key: 'value', old: '1', new: '-2' }] }),
  row(6, 'new', { warnings: [{ key: 'citations', code: 'weak', source: 's' }] }),
  row(5, 'error', { problems: [{ key: 'value', code: 'decimal', head: '数值', cell: '=1' }] }),
]

test('what is wrong is shown first, then what is doubtful, and what stays the same not at all', () => {
  expect(pickRows(rows, 9).map(({ line }) => line)).toEqual([5, 6, 3, 4])
  expect(pickRows(rows, 2).map(({ line }) => line)).toEqual([5, 6])
  expect(pickRows(rows, 1).map(({ line }) => line)).toEqual([5])
})

test('one error stands against the whole', () => {
  const counts = countStates(rows)
  expect(counts).toEqual({ error: 1, conflict: 0, new: 2, changed: 1, restored: 0, withdrawn: 0, same: 1 })
  expect(isClean({ counts, problems: [] })).toBe(false)
  expect(isClean({ counts: countStates(rows.slice(0, 3)), problems: [] })).toBe(true)
  expect(isClean({ counts: countStates([]), problems: [{ file: 'f', line: 1, code: 'empty' }] })).toBe(false)
})

test('the report is a file of its own, harmless in a spreadsheet', () => {
  expect(
    formatReportCsv(
      rows,
      (code) => `not ${code}`,
      ({ code }) => `told ${code}`,
    ).split('\r\n'),
  ).toEqual([
    'FILE,LINE,NOUN,ID,STATE,FIELD,OLD,NEW,COLUMN,CELL,PROBLEM,REASON',
    'f.csv,2,observation,o.2,same,,,,,,,',
    'f.csv,3,observation,o.3,new,,,,,,,',
    "f.csv,4,observation,o.4,changed,value,1,'-2,,,,",
    'f.csv,6,observation,o.6,new,citations,,,,,weak,told weak',
    "f.csv,5,observation,o.5,error,value,,,数值,'=1,decimal,not decimal",
    '',
  ])
})
