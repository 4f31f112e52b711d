import { expect, test } from 'vitest'
import { matchColumns, renameCells } from './import-column'
import { fromCsvCells, overlayCells } from './record-csv'
import { decodeText } from './text-encoding'

const names = [
  { area: 'Place', value: 'Value', id: 'Id', indicator: 'Indicator' },
  { area: '地区', value: '数值', id: '编号', indicator: '指标' },
]

test('columns are known by SDMX head, key or name in either language', () => {
  expect(
    matchColumns('observation', ['INDICATOR', 'place', '数值', 'frequency', 'Unit_Mult', 'Remarks'], names),
  ).toEqual({
    INDICATOR: 'INDICATOR',
    place: 'REF_AREA',
    数值: 'OBS_VALUE',
    frequency: 'FREQ',
    Unit_Mult: 'UNIT_MULT',
  })
})

test('of two columns that name the same field only the first is taken', () => {
  expect(matchColumns('observation', ['OBS_VALUE', 'Value'], names)).toEqual({ OBS_VALUE: 'OBS_VALUE' })
})

test('a column that is left aside says nothing', () => {
  expect(renameCells({ a: '1', b: '2', c: '3' }, { a: 'OBS_VALUE', b: '' })).toEqual({ OBS_VALUE: '1' })
})

test('a record is read as people type it, and its id made of its parts', () => {
  const cells = {
    INDICATOR: 'lgd_balance_total',
    REF_AREA: '520000',
    TIME_PERIOD: '２０２４-12-31',
    FREQ: 'I',
    OBS_VALUE: '426,098',
    OBS_STATUS: 'official',
    CLAIMANT: 'official',
    SOURCE: 's-a; s-b',
  }
  expect(fromCsvCells('observation', cells, (noun, value) => (noun === 'area' ? 'CN-GZ' : value))).toEqual({
    ok: true,
    id: 'lgd_balance_total.CN-GZ.2024-12-31.I.official',
    fields: {
      indicator: 'lgd_balance_total',
      area: 'CN-GZ',
      period: '2024-12-31',
      frequency: 'I',
      value: '426098',
      status: 'official',
      claimant: 'official',
      citations: [{ source: 's-a' }, { source: 's-b' }],
    },
  })
})

test('without an id, the missing parts of it are named', () => {
  expect(fromCsvCells('member', { LIST: 'l', REF_AREA: 'CN-GZ' })).toEqual({
    ok: false,
    id: '',
    problems: [{ key: 'stay', code: 'missing' }],
  })
  expect(fromCsvCells('source', { TITLE: 't' })).toMatchObject({ problems: [{ key: 'id', code: 'missing' }] })
})

test('a column the file lacks leaves its field, an empty cell empties it, and sources named again keep their place', () => {
  const before = { title: 'T', note: 'old', url: 'https://example.org/', citations: [{ source: 's-a', place: 'p. 1' }] }
  const heads = new Set(['ID', 'NOTE', 'SOURCE'])
  expect(overlayCells('document', heads, { citations: [{ source: 's-a' }] }, { ...before, titleEn: 'E' })).toEqual({
    titleEn: 'E',
    citations: [{ source: 's-a', place: 'p. 1' }],
  })
  const others = { citations: [{ source: 's-b' }] }
  expect(overlayCells('document', heads, others, before)).toEqual({ citations: [{ source: 's-b' }] })
})

test('text is read as UTF-8, UTF-16 with a mark, or GBK', () => {
  expect(decodeText(new TextEncoder().encode('贵州'))).toBe('贵州')
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x35, 0x8d, 0xde, 0x5d]))).toBe('贵州')
  expect(decodeText(new Uint8Array([0xb9, 0xf3, 0xd6, 0xdd]))).toBe('贵州')
})
