import { describe, expect, it } from 'vitest'
import { canMeasure, computeMeasure, getOperands } from './computed-measure'
import type { FigureKey } from './identity'

const balance: FigureKey = {
  indicator: 'lgd_balance_special',
  area: 'CN-GZ',
  period: '2024-12-31',
  frequency: 'I',
  claimant: 'official',
}
const issued: FigureKey = { ...balance, indicator: 'lgb_issue_refi', period: '2025-02', frequency: 'M' }

describe('getOperands', () => {
  it('sets a share against the nation and nothing else', () => {
    expect(getOperands('share', balance, 'CNY')).toEqual([
      'lgd_balance_special.CN-GZ.2024-12-31.I.official',
      'lgd_balance_special.CN.2024-12-31.I.official',
    ])
    expect(getOperands('share', { ...balance, area: 'CN' }, 'CNY')).toBeNull()
  })

  it('sets a remainder against the nation under its own name, never its province', () => {
    expect(getOperands('share', { ...balance, area: '210000-X' }, 'CNY')?.[0]).toContain('.210000-X.')
    expect(getOperands('use', { ...balance, area: '210000-X' }, 'CNY')?.[1]).toContain('.210000-X.')
  })

  it('goes back a year at every frequency, and from one end of February to the other', () => {
    const toBefore = (period: string, frequency: FigureKey['frequency']) =>
      getOperands('change', { ...balance, period, frequency }, 'CNY')?.[1].split('.')[2]
    expect(toBefore('2024', 'A')).toBe('2023')
    expect(toBefore('2025-01', 'M')).toBe('2024-01')
    expect(toBefore('2025-02', 'YTD')).toBe('2024-02')
    expect(toBefore('2025-02-28', 'I')).toBe('2024-02-29')
    expect(toBefore('2024-02-29', 'I')).toBe('2023-02-28')
    expect(toBefore('2024-02-28', 'I')).toBe('2023-02-28')
    expect(toBefore('2024-11-08--2025-08-31', 'YTD')).toBeUndefined()
  })

  it('sets the balance at the end of a year against the limit of that year, from either of them', () => {
    const operands = ['lgd_balance_special.CN-GZ.2024-12-31.I.official', 'lgd_limit_special.CN-GZ.2024.A.official']
    expect(getOperands('use', balance, 'CNY')).toEqual(operands)
    const limit: FigureKey = { ...balance, indicator: 'lgd_limit_special', period: '2024', frequency: 'A' }
    expect(getOperands('use', limit, 'CNY')).toEqual(operands)
    expect(getOperands('use', { ...balance, period: '2024-06-30' }, 'CNY')).toBeNull()
    expect(getOperands('use', issued, 'CNY')).toBeNull()
  })

  it('sets refinancing bonds against all bonds of the same kind', () => {
    expect(getOperands('refinancing', { ...issued, indicator: 'lgb_issue_total_general' }, 'CNY')).toEqual([
      'lgb_issue_refi_general.CN-GZ.2025-02.M.official',
      'lgb_issue_total_general.CN-GZ.2025-02.M.official',
    ])
    expect(getOperands('refinancing', balance, 'CNY')).toBeNull()
  })
})

describe('canMeasure', () => {
  it('takes amounts of money for shares and changes, and no rates', () => {
    expect(canMeasure('share', 'gdp', 'CNY')).toBe(true)
    expect(canMeasure('change', 'lgb_stock_rate', 'percent')).toBe(false)
    expect(canMeasure('use', 'lgb_issue_refi', 'CNY')).toBe(false)
  })
})

describe('computeMeasure', () => {
  it('is exact and rounds half away from zero to two decimals', () => {
    expect(computeMeasure('share', '1', '3')).toBe('33.33')
    expect(computeMeasure('share', '1.00005', '100')).toBe('1')
    expect(computeMeasure('share', '0.00005', '1')).toBe('0.01')
    expect(computeMeasure('use', '475371', '527874')).toBe('90.05')
    // 90071992547409.93 and one hundredth more are the same number to a computer that rounds to 53 bits.
    expect(computeMeasure('change', '90071992547409.94', '90071992547409.93')).toBe('0')
  })

  it('tells a fall with its sign', () => {
    expect(computeMeasure('change', '75', '80')).toBe('-6.25')
    expect(computeMeasure('change', '99.995', '100')).toBe('-0.01')
  })

  it('has no value against nothing', () => {
    expect(computeMeasure('change', '5', '0')).toBeNull()
    expect(computeMeasure('change', '5', '-5')).toBeNull()
  })
})
