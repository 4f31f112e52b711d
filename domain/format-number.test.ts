import { describe, expect, it } from 'vitest'
import {
  formatAtAxis,
  formatCompact,
  formatTicks,
  groupDigits,
  isScaleOf,
  roundDecimal,
  shiftDecimal,
} from './format-number'

describe('formatAtAxis', () => {
  const at = (value: string, largest: string, lang: 'en' | 'zh') => formatAtAxis(value, largest, 'CNY', 8, lang)

  it('tells a figure in what its axis counts in, every digit kept', () => {
    expect(at('308357.78', '600000', 'en')).toEqual({ number: '30.835778', scale: 'trillion' })
    expect(at('308357.78', '600000', 'zh')).toEqual({ number: '30.835778', scale: 'wan-yi' })
    expect(at('581453', '8000', 'zh')).toEqual({ number: '581,453', scale: 'yi' })
    expect(at('581453', '8000', 'en')).toEqual({ number: '58,145.3', scale: 'billion' })
  })

  it('keeps digits that a floating point number would lose', () => {
    expect(at('12345678901234567890.12', '5', 'zh').number).toBe('12,345,678,901,234,567,890.12')
    expect(at('12345678901234567890.12', '50', 'en').number).toBe('1,234,567,890,123,456,789.012')
  })

  it('keeps trailing zeros as published and leaves other units alone', () => {
    expect(at('12.50', '5', 'zh').number).toBe('12.50')
    expect(at('1.13', '50', 'en').number).toBe('0.113')
    expect(formatAtAxis('-67', '80', 'percent', 0, 'en')).toEqual({ number: '−67', scale: 'percent' })
  })
})

describe('formatCompact', () => {
  it('tells trillions from 万亿, billions from 亿', () => {
    expect(formatCompact('581453', 'CNY', 8, 'en')).toEqual({ number: '58.1', scale: 'trillion' })
    expect(formatCompact('581453', 'CNY', 8, 'zh')).toEqual({ number: '58.1', scale: 'wan-yi' })
    expect(formatCompact('4074.4', 'CNY', 8, 'en')).toEqual({ number: '407', scale: 'billion' })
    expect(formatCompact('4074.4', 'CNY', 8, 'zh')).toEqual({ number: '4,074', scale: 'yi' })
    expect(formatCompact('1.13', 'CNY', 8, 'en')).toEqual({ number: '113', scale: 'million' })
    expect(formatCompact('0.5', 'CNY', 8, 'zh')).toEqual({ number: '5,000', scale: 'wan' })
  })

  it('changes the scale exactly at its own size', () => {
    expect(formatCompact('10000', 'CNY', 8, 'en')).toEqual({ number: '1', scale: 'trillion' })
    expect(formatCompact('9999.9', 'CNY', 8, 'zh')).toEqual({ number: '10,000', scale: 'yi' })
    expect(formatCompact('0', 'CNY', 8, 'en')).toEqual({ number: '0', scale: 'billion' })
  })
})

describe('formatTicks', () => {
  it('uses one scale and the same decimals for all but 0', () => {
    const ticks = ['0', '5000', '10000', '15000']
    expect(formatTicks(ticks, 'CNY', 8, 'en')).toEqual({ numbers: ['0', '0.5', '1.0', '1.5'], scale: 'trillion' })
    expect(formatTicks(ticks, 'CNY', 8, 'zh')).toEqual({ numbers: ['0', '0.5', '1.0', '1.5'], scale: 'wan-yi' })
  })

  it('counts in billions where Chinese counts in 亿', () => {
    expect(formatTicks(['0', '2000', '4000'], 'CNY', 8, 'en')).toEqual({
      numbers: ['0', '200', '400'],
      scale: 'billion',
    })
    expect(formatTicks(['0', '2000', '4000'], 'CNY', 8, 'zh')).toEqual({
      numbers: ['0', '2,000', '4,000'],
      scale: 'yi',
    })
  })
})

describe('decimals as text', () => {
  it('moves the point both ways', () => {
    expect(shiftDecimal('12.345', 2)).toBe('1234.5')
    expect(shiftDecimal('12.3', 3)).toBe('12300')
    expect(shiftDecimal('-0.05', -1)).toBe('-0.005')
    expect(shiftDecimal('7', -4)).toBe('0.0007')
  })

  it('rounds half away from zero, never to a negative nothing', () => {
    expect(roundDecimal('2.675', 2)).toBe('2.68')
    expect(roundDecimal('-0.04', 1)).toBe('0.0')
    expect(roundDecimal('999.95', 1)).toBe('1000.0')
    expect(roundDecimal('12345678901234567890.15', 1)).toBe('12345678901234567890.2')
    expect(groupDigits('-1234567.891')).toBe('−1,234,567.891')
  })
})

describe('isScaleOf', () => {
  it('tells the scale figures are stored in from the larger one they are read in', () => {
    expect(isScaleOf(formatCompact('1862.3', 'CNY', 8, 'zh').scale, 8)).toBe(true)
    expect(isScaleOf(formatCompact('42609.8', 'CNY', 8, 'zh').scale, 8)).toBe(false)
    expect(isScaleOf(formatCompact('1862.3', 'CNY', 8, 'en').scale, 8)).toBe(false)
    expect(isScaleOf(formatCompact('8', 'percent', 0, 'zh').scale, 0)).toBe(false)
  })
})
