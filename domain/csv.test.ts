import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { formatCsvRecord, parseCsv } from './csv'
import {
  formatFigure,
  formatFigures,
  listIndicators,
  makeFigureMemory,
  rememberUnits,
  toFigureHeads,
} from './figure-csv'
import { neutraliseText } from './formula'
import { fromCsvCells, getCsvHeads, toCsvCells } from './record-csv'

const read = (text: string) => {
  const parsed = parseCsv(text)
  return parsed.ok ? parsed.file.records.map(({ cells }) => cells) : parsed.problem
}

describe('CSV', () => {
  test('quotes, commas, line ends and a byte order mark', () => {
    expect(read('\ufeffA,B\r\n"x, ""y""","two\nlines"\r\n\r\nz,\r\n')).toEqual([
      { A: 'x, "y"', B: 'two\nlines' },
      { A: 'z', B: '' },
    ])
    expect(read('A\tB\n1\t2\n')).toEqual([{ A: '1', B: '2' }])
  })

  test.each([
    ['', { line: 1, code: 'empty' }],
    ['A,A\n1,2\n', { line: 1, code: 'heads' }],
    ['A,B\n1\n', { line: 2, code: 'cells' }],
    ['A,B\n1,"2\n', { line: 2, code: 'quotes' }],
  ])('says where %j is broken', (text, problem) => {
    expect(read(text)).toEqual(problem)
  })

  test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1'])(
    'text %j is harmless in a spreadsheet and reads back',
    (text) => {
      expect(neutraliseText(text)).toBe(`'${text}`)
      expect(read(`A,B\r\n${formatCsvRecord([neutraliseText(text), 'x'])}`)).toEqual([{ A: text, B: 'x' }])
    },
  )

  test('figures are left as published, text beside them is not', () => {
    const fields = {
      indicator: 'hidden_debt_change_pct',
      area: 'CN',
      period: '2024-07',
      frequency: 'YTD',
      value: '-67',
      status: 'official',
      claimant: 'official',
      note: '=HYPERLINK("x")',
      citations: [{ source: 's-a' }, { source: 's-b', quote: 'q' }],
    }
    const memory = makeFigureMemory()
    rememberUnits(memory, [{ id: fields.indicator, fields: { unit: 'percent', unitMult: 0 } }])
    const text = formatCsvRecord(toFigureHeads()) + formatFigure(fields, memory)
    expect(Papa.parse(text.trim(), { header: true }).data).toEqual([
      {
        INDICATOR: 'hidden_debt_change_pct',
        REF_AREA: 'CN',
        TIME_PERIOD: '2024-01-01/P7M',
        FREQ: 'YTD',
        OBS_VALUE: '-67',
        UNIT_MEASURE: 'percent',
        UNIT_MULT: '0',
        OBS_STATUS: 'official',
        CLAIMANT: 'official',
        SOURCE: 's-a;s-b',
        NOTE: `'=HYPERLINK("x")`,
        USD_BILLION_AS_STATED: '',
        WORDING_AS_STATED: '',
        CITATIONS: '[{"source":"s-a"},{"source":"s-b","quote":"q"}]',
      },
    ])
  })

  test('figures in lines of COPY are written as they are one by one', () => {
    const common = { area: 'CN', period: '2024-07', frequency: 'YTD', status: 'official', claimant: 'official' }
    const citations = [{ source: 's-a' }, { source: 's-b', quote: 'a\\b, "c"\nd' }]
    const figures = [
      { ...common, indicator: 'one', value: '-6.70', note: '=1,\t"x"\n\\N', wordingAsStated: '2,000亿元', citations },
      { ...common, indicator: 'one', value: '0', usdBillionAsStated: '1.5', citations: [{ source: 's-a' }] },
      { ...common, indicator: 'two', value: '1', citations: [{ source: 's-a' }] },
    ]
    const lines = [
      String.raw`a,one,CN,2024-07,YTD,-6.70,official,official,=1\,\t"x"\n\\N,,2\,000亿元,[{"source": "s-a"}\, {"source": "s-b"\, "quote": "a\\\\b\, \\"c\\"\\nd"}]`,
      'b,one,CN,2024-07,YTD,0,official,official,,1.5,,[{"source": "s-a"}]',
      'c,two,CN,2024-07,YTD,1,official,official,,,,[{"source": "s-a"}]',
    ]
    const memory = makeFigureMemory()
    rememberUnits(memory, [{ id: 'one', fields: { unit: 'CNY', unitMult: 8 } }])
    expect([...listIndicators(lines)]).toEqual(['one', 'two'])
    expect(formatFigures(lines, memory)).toBe(figures.map((fields) => formatFigure(fields, memory)).join(''))
    expect(formatFigures(lines, memory)).toContain('-6.70,CNY,8,official')
    expect(formatFigures(lines, memory)).toContain('two,CN,2024-01-01/P7M,YTD,1,,,official')
  })

  test('a record goes out and comes back', () => {
    const fields = { member: 'l.CN.1', kind: 'exited', date: '../2025-07', note: '-', citations: [{ source: 's-a' }] }
    const cells = Object.fromEntries(
      getCsvHeads('report').map((head, at) => [head, toCsvCells('report', 'r-1', fields)[at] ?? '']),
    )
    const [text] = [read(`A\r\n${formatCsvRecord([cells.NOTE ?? ''])}`)]
    expect(text).toEqual([{ A: '-' }])
    expect(fromCsvCells('report', { ...cells, NOTE: '-' })).toEqual({ ok: true, id: 'r-1', fields })
  })
})
