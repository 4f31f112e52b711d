import { describe, expect, test } from 'vitest'
import { compareDecimals, getPercent, subtractDecimals } from './decimal'
import {
  evaluateFigures,
  evaluateTest,
  type FigureKey,
  formatFigureId,
  isOfOneMaker,
  listTests,
  orderOutcomes,
} from './identity'

const figure = (indicator: string, period: string, frequency: FigureKey['frequency']): FigureKey => ({
  indicator,
  area: 'CN',
  period,
  frequency,
  claimant: 'official',
})

describe('decimals', () => {
  test.each([
    ['7108', ['3200', '3908'], '0'],
    ['0.3', ['0.1', '0.2'], '0'],
    ['1', ['1.5'], '-0.5'],
    ['-67', ['-70'], '3'],
    ['123456789012345678901', ['1'], '123456789012345678900'],
  ])('%s minus %o is %s', (value, others, difference) => {
    expect(subtractDecimals(value, others)).toBe(difference)
  })

  test('compares without rounding', () => {
    expect(compareDecimals('0.10', '0.1')).toBe(0)
    expect(compareDecimals('9007199254740993', '9007199254740992')).toBe(1)
  })

  test.each([
    ['3908', '7108', '55'],
    ['1', '3', '33.3'],
    ['2', '3', '66.7'],
    ['1', '0', null],
  ])('%s of %s is %s percent', (part, total, percent) => {
    expect(getPercent(part, total)).toBe(percent)
  })
})

describe('identities', () => {
  test('a month is tested against its parts and its running totals', () => {
    expect(listTests(figure('lgb_issue_new', '2024-07', 'M'))).toEqual([
      {
        kind: 'sum',
        total: 'lgb_issue_total.CN.2024-07.M.official',
        parts: ['lgb_issue_new.CN.2024-07.M.official', 'lgb_issue_refi.CN.2024-07.M.official'],
      },
      {
        kind: 'sum',
        total: 'lgb_issue_new.CN.2024-07.M.official',
        parts: ['lgb_issue_new_general.CN.2024-07.M.official', 'lgb_issue_new_special.CN.2024-07.M.official'],
      },
      {
        kind: 'ytd',
        total: 'lgb_issue_new.CN.2024-07.YTD.official',
        parts: ['lgb_issue_new.CN.2024-06.YTD.official', 'lgb_issue_new.CN.2024-07.M.official'],
      },
    ])
  })

  test('January stands alone, and a running total takes part in the next month too', () => {
    expect(listTests(figure('gdp', '2024-01', 'M'))).toEqual([
      { kind: 'ytd', total: 'gdp.CN.2024-01.YTD.official', parts: ['gdp.CN.2024-01.M.official'] },
    ])
    expect(listTests(figure('gdp', '2024-01', 'YTD')).map(({ total }) => total)).toEqual([
      'gdp.CN.2024-01.YTD.official',
      'gdp.CN.2024-02.YTD.official',
    ])
    expect(listTests(figure('gdp', '2024-12', 'YTD'))).toHaveLength(1)
  })

  test('the balance at the end of a year stays within the limit of the year', () => {
    const most = {
      kind: 'most',
      total: 'lgd_limit_total.CN.2024.A.official',
      parts: ['lgd_balance_total.CN.2024-12-31.I.official'],
    }
    expect(listTests(figure('lgd_balance_total', '2024-12-31', 'I'))).toContainEqual(most)
    expect(listTests(figure('lgd_limit_total', '2024', 'A'))).toContainEqual(most)
    expect(listTests(figure('lgd_balance_total', '2024-06-30', 'I')).some(({ kind }) => kind === 'most')).toBe(false)
  })

  test.each([
    ['sum', { t: '7108', a: '3200', b: '3908' }, { outcome: 'passes', difference: '0' }],
    ['sum', { t: '7109', a: '3200', b: '3908' }, { outcome: 'rounding', difference: '1' }],
    ['sum', { t: '7110', a: '3200', b: '3908' }, { outcome: 'fails', difference: '2' }],
    ['sum', { t: '10.1', a: '5', b: '5' }, { outcome: 'rounding', difference: '0.1' }],
    ['sum', { t: '10.10', a: '5.00', b: '5.00' }, { outcome: 'fails', difference: '0.1' }],
    ['most', { t: '100', a: '100', b: '0' }, { outcome: 'passes', difference: '0' }],
    ['most', { t: '99.99', a: '100.00', b: '0' }, { outcome: 'rounding', difference: '-0.01' }],
    ['most', { t: '99.98', a: '100.00', b: '0' }, { outcome: 'fails', difference: '-0.02' }],
  ] as const)('%s of %o %o', (kind, values, outcome) => {
    const test = { kind, total: 't', parts: kind === 'most' ? ['a'] : ['a', 'b'] }
    expect(evaluateTest(test, (id) => (values as Record<string, string>)[id])).toMatchObject(outcome)
  })

  test('all tests of a set of figures, each counted once', () => {
    const value = (indicator: string, period: string, frequency: FigureKey['frequency'], amount: string) => {
      const key = figure(indicator, period, frequency)
      return { ...key, id: formatFigureId(key), value: amount }
    }
    const { outcomes, summaries } = evaluateFigures([
      value('lgb_issue_new', '2024-07', 'M', '3200'),
      value('lgb_issue_refi', '2024-07', 'M', '3908'),
      value('lgb_issue_total', '2024-07', 'M', '7108'),
      value('lgb_issue_total', '2024-06', 'YTD', '34928'),
      value('lgb_issue_total', '2024-07', 'YTD', '42046'),
    ])
    expect(outcomes.map(({ kind, outcome, difference }) => [kind, outcome, difference])).toEqual([
      ['sum', 'passes', '0'],
      ['ytd', 'fails', '10'],
    ])
    expect(summaries).toEqual([
      {
        key: 'sum lgb_issue_total lgb_issue_new lgb_issue_refi',
        kind: 'sum',
        total: 'lgb_issue_total',
        parts: ['lgb_issue_new', 'lgb_issue_refi'],
        counts: { passes: 1, rounding: 0, fails: 0 },
      },
      {
        key: 'ytd lgb_issue_total',
        kind: 'ytd',
        total: 'lgb_issue_total',
        parts: ['lgb_issue_total'],
        counts: { passes: 0, rounding: 0, fails: 1 },
      },
    ])
  })

  test('what does not add up is told first, equal outcomes as they were found', () => {
    const tests = (['passes', 'rounding', 'fails', 'rounding', 'fails'] as const).map((outcome, at) => ({
      outcome,
      at,
    }))
    expect(orderOutcomes(tests).map(({ at }) => at)).toEqual([2, 4, 1, 3, 0])
  })

  test('figures are of one maker where one has a part in all of them', () => {
    expect(isOfOneMaker([['ministry', 'press'], ['ministry']])).toBe(true)
    expect(isOfOneMaker([['ministry'], ['bureau'], ['ministry']])).toBe(false)
    expect(
      isOfOneMaker([
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ]),
    ).toBe(false)
  })

  test('a figure that is not published leaves a test open', () => {
    expect(evaluateTest({ kind: 'sum', total: 't', parts: ['a'] }, (id) => (id === 't' ? '1' : undefined))).toBeNull()
  })
})
