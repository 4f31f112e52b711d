import { describe, expect, test } from 'vitest'
import { type Frequency, formatPeriod, formatSdmxPeriod, isSpan, parsePeriod, parseSdmxPeriod } from './period'

/** Code, frequency, first day, last day, SDMX form. */
const periods: [string, Frequency, string, string, string][] = [
  ['2024', 'A', '2024-01-01', '2024-12-31', '2024'],
  ['2024-07', 'M', '2024-07-01', '2024-07-31', '2024-07'],
  ['2024-02', 'M', '2024-02-01', '2024-02-29', '2024-02'],
  ['2023-02', 'M', '2023-02-01', '2023-02-28', '2023-02'],
  ['2024-07', 'YTD', '2024-01-01', '2024-07-31', '2024-01-01/P7M'],
  ['2024-02', 'YTD', '2024-01-01', '2024-02-29', '2024-01-01/P2M'],
  ['2023-12', 'YTD', '2023-01-01', '2023-12-31', '2023-01-01/P1Y'],
  ['2024-06-30', 'I', '2024-06-30', '2024-06-30', '2024-06-30'],
  ['2024-02-29', 'I', '2024-02-29', '2024-02-29', '2024-02-29'],
  // 23 days of November, 31, 31, 28, 31, 30, 31, 30, 31 and 31 of August: 297.
  ['2024-11-08--2025-08-31', 'YTD', '2024-11-08', '2025-08-31', '2024-11-08/P297D'],
  // Five whole months are 31 + 28 + 31 + 30 + 31 = 151 days, and 12 of June.
  ['2025-01-01--2025-06-12', 'YTD', '2025-01-01', '2025-06-12', '2025-01-01/P163D'],
  ['2024-01-01--2026-12-31', 'A', '2024-01-01', '2026-12-31', '2024-01-01/P3Y'],
  ['2024-06-15--2024-07-31', 'M', '2024-06-15', '2024-07-31', '2024-06-15/P47D'],
  ['2024-01-31--2024-03-01', 'M', '2024-01-31', '2024-03-01', '2024-01-31/P31D'],
  ['2024-02-29--2025-02-28', 'A', '2024-02-29', '2025-02-28', '2024-02-29/P366D'],
]

describe('a period reads the same each way', () => {
  test.each(periods)('%s at %s', (code, frequency, start, end, sdmx) => {
    expect(parsePeriod(code, frequency)).toEqual({ start, end })
    expect(formatPeriod({ start, end }, frequency)).toBe(code)
    expect(formatSdmxPeriod(code, frequency)).toBe(sdmx)
    expect(parseSdmxPeriod(sdmx, frequency)).toBe(code)
    expect(parseSdmxPeriod(code, frequency)).toBe(code)
  })
})

test.each<[string, Frequency]>([
  ['2024-07', 'A'],
  ['2024', 'M'],
  ['2024', 'YTD'],
  ['2024-07-31', 'M'],
  ['2024-06', 'I'],
  ['2023-02-29', 'I'],
  ['2024-13', 'M'],
  ['1899', 'A'],
  ['', 'A'],
  ['2024-11-08--2025-08-31', 'I'],
  ['2025-08-31--2024-11-08', 'YTD'],
  ['2024-11--2025-08', 'YTD'],
  ['2024-11-08--2025-08-31--2026-01-01', 'YTD'],
])('refuses %j at %s', (code, frequency) => {
  expect(parsePeriod(code, frequency)).toBeNull()
})

test('a span that has a shorter code is refused: two ids would say the same period', () => {
  expect(parsePeriod('2024-01-01--2024-12-31', 'A')).toBeNull()
  expect(parsePeriod('2024-02-01--2024-02-29', 'M')).toBeNull()
  expect(parsePeriod('2024-01-01--2024-02-29', 'YTD')).toBeNull()
  expect(parsePeriod('2024-01-01--2024-02-28', 'YTD')).toEqual({ start: '2024-01-01', end: '2024-02-28' })
})

test('the SDMX forms of others come down to our one code', () => {
  expect(parseSdmxPeriod('2024-01-01/P12M', 'A')).toBe('2024')
  expect(parseSdmxPeriod('2024-07-01/P1M', 'M')).toBe('2024-07')
  expect(parseSdmxPeriod('2024-01-01/P60D', 'YTD')).toBe('2024-02')
})

test.each<[string, Frequency]>([
  ['2024-01-01/P7M/2025', 'YTD'],
  ['2024-01-01/', 'YTD'],
  ['2024-01-01/P0D', 'YTD'],
  ['2024-01-01/P7W', 'YTD'],
  ['2024-01/P7M', 'YTD'],
  ['2023-02-29/P7D', 'YTD'],
  ['2024-01-31/P1M', 'M'],
  ['2024-06-30/P1D', 'I'],
  ['2024-01-01/2024-07-31', 'YTD'],
])('refuses %j as SDMX at %s', (text, frequency) => {
  expect(parseSdmxPeriod(text, frequency)).toBeNull()
})

test('tells spans from years, months and days', () => {
  expect(['2024', '2024-07', '2024-06-30', '2024-11-08--2025-08-31'].map(isSpan)).toEqual([false, false, false, true])
})
