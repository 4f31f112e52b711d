import { expect, test } from 'vitest'
import { formatTypedDate, formatTypedDecimal, formatTypedPeriod } from './typed-value'

test.each([
  ['4200', '4200'],
  ['４２００', '4200'],
  ['4,200', '4200'],
  ['４，２００．５', '4200.5'],
  ['1,234,567.89', '1234567.89'],
  ['426 098', '426098'],
  ['426\u202f098', '426098'],
  ['−5', '-5'],
  ['－5', '-5'],
  ['+7.10', '7.10'],
])('the number %s is %s', (typed, meant) => expect(formatTypedDecimal(typed)).toBe(meant))

test.each(['4,2', '4,20', '42,0000', '1,234 567', '4.200,5', '4200亿', '4e3', 'four'])(
  'the number %s could mean something else, and stays',
  (typed) => expect(formatTypedDecimal(typed)).toBe(typed),
)

test.each([
  ['2024', '2024'],
  ['２０２４－０８', '2024-08'],
  ['2024年8月28日', '2024-08-28'],
  ['2024 年 8 月', '2024-08'],
  ['2024年', '2024'],
  ['2024/8/28', '2024-08-28'],
  ['2024.08.28', '2024-08-28'],
  ['2024-8-2', '2024-08-02'],
])('the date %s is %s', (typed, meant) => expect(formatTypedDate(typed)).toBe(meant))

test.each(['8/28/2024', '28.8.2024', '24-08-28', 'August 2024', '2024-08-28T10:00'])(
  'the date %s could mean something else, and stays',
  (typed) => expect(formatTypedDate(typed)).toBe(typed),
)

test('the days of a span are each a date', () => {
  expect(formatTypedPeriod('2024年11月8日--2025/8/31')).toBe('2024-11-08--2025-08-31')
  expect(formatTypedPeriod('2024-07')).toBe('2024-07')
})
