import { describe, expect, test } from 'vitest'
import { getSheetColumns, type SheetRow, toSheetCell } from './sheet'

const figure: SheetRow = {
  id: 'lgb.CN.2024-07.YTD.official',
  fields: {
    indicator: 'lgb',
    area: 'CN',
    period: '2024-07',
    frequency: 'YTD',
    value: '-12.50',
    status: 'official',
    claimant: 'official',
    note: '=1+1',
    citations: [{ source: 'a', quote: 'so' }, { source: 'b' }],
  },
  getName: (noun, id) => `${noun} ${id}`,
  indicator: { unit: 'CNY', unitMult: 8 },
}

function toRecord(row: SheetRow) {
  return Object.fromEntries(getSheetColumns('observation').map((column) => [column.head, toSheetCell(column, row)]))
}

describe('a figure as a row of a workbook', () => {
  test('has numbers as numbers, the rest as text as published, and names beside ids', () => {
    expect(toRecord(figure)).toEqual({
      ID: 'lgb.CN.2024-07.YTD.official',
      INDICATOR: 'lgb',
      INDICATOR_NAME: 'indicator lgb',
      REF_AREA: 'CN',
      REF_AREA_NAME: 'area CN',
      TIME_PERIOD: '2024-01-01/P7M',
      FREQ: 'YTD',
      OBS_VALUE: -12.5,
      UNIT_MEASURE: 'CNY',
      UNIT_MULT: 8,
      OBS_STATUS: 'official',
      CLAIMANT: 'official',
      CLAIMANT_NAME: 'claimant official',
      USD_BILLION_AS_STATED: null,
      WORDING_AS_STATED: null,
      NOTE: '=1+1',
      SOURCE: 'a;b',
      CITATIONS: '[{"source":"a","quote":"so"},{"source":"b"}]',
    })
  })

  test.each([
    ['0', 0],
    ['0.05', 0.05],
    ['123456789012.345', 123456789012.345],
    ['0.000123456789012345', 0.000123456789012345],
    ['1234567890123456', '1234567890123456'],
    ['9007199254740993', '9007199254740993'],
    ['-0.1234567890123456', '-0.1234567890123456'],
  ])('keeps every digit of %s', (value, cell) => {
    expect(toRecord({ ...figure, fields: { ...figure.fields, value } }).OBS_VALUE).toBe(cell)
  })

  test('has no cell for what is not known', () => {
    const { value: _value, ...unknown } = figure.fields
    expect(toRecord({ ...figure, fields: { ...unknown, status: 'unknown' } }).OBS_VALUE).toBeNull()
  })
})

test('a membership says its state on the day asked for', () => {
  const [, state] = getSheetColumns('member')
  const fields = { list: 'doc47-2023', area: 'CN-NM', stay: 1, from: '2023', to: '2025-01-01' }
  const on = (day: string) => state && toSheetCell(state, { ...figure, fields, on: day })
  expect([on('2024-01-01'), on('2026-01-01')]).toEqual(['in', 'left'])
})
