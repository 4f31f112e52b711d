import { describe, expect, test } from 'vitest'
import {
  getCalendarPart,
  getDayNumber,
  getEarliestDay,
  getLatestDay,
  getPrecision,
  isDay,
  isDoubtfulDate,
  isNoLaterThan,
} from './date'

test.each(['2024', '2024-03', '2024-08-31', '2024-02-29', '2000-02-29', '../2024', '../2025-07', '../2024-08-28'])(
  'takes %s',
  (text) => {
    expect(isDoubtfulDate(text)).toBe(true)
  },
)

test.each([
  '',
  '24',
  '1899',
  '2200',
  '2024-00',
  '2024-13',
  '2024-3',
  '2024-04-31',
  '2023-02-29',
  '2100-02-29',
  '2024-01-00',
  '2024-01-01T00:00',
  '2024/2025',
  '..2024',
  '../',
  '../../2024',
  '2024/..',
  ' 2024',
])('refuses %j', (text) => {
  expect(isDoubtfulDate(text)).toBe(false)
})

test('a day is a whole date, never a month or "no later than"', () => {
  expect(['2024-08-28', '2024-08', '2024', '../2024-08-28', '2024-02-30'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

describe('the days a date may mean', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-04', '2024-04-01', '2024-04-30'],
    ['2024-08-28', '2024-08-28', '2024-08-28'],
    ['../2024-08-28', null, '2024-08-28'],
    ['../2025-07', null, '2025-07-31'],
    ['../2024', null, '2024-12-31'],
  ])('%s: from %s to %s', (date, earliest, latest) => {
    expect(getEarliestDay(date)).toBe(earliest)
    expect(getLatestDay(date)).toBe(latest)
  })
})

test('says its precision, with and without "no later than"', () => {
  expect(['2024', '2024-03', '2024-08-31'].map(getPrecision)).toEqual(['year', 'month', 'day'])
  expect(getCalendarPart('../2025-07')).toBe('2025-07')
  expect(getCalendarPart('2025-07')).toBe('2025-07')
  expect([isNoLaterThan('../2025-07'), isNoLaterThan('2025-07')]).toEqual([true, false])
})

test('counts days over a leap day', () => {
  expect(getDayNumber('1970-01-02')).toBe(1)
  expect(getDayNumber('2024-03-01') - getDayNumber('2024-02-28')).toBe(2)
  expect(getDayNumber('2023-03-01') - getDayNumber('2023-02-28')).toBe(1)
})
