import { expect, test } from 'vitest'
import { compareByDate } from './mention'

test('a bare year does not stand before a day within it, and no date comes last', () => {
  const dates = ['2024', undefined, '2024-08-28', '../2024-09', '2025', '2024-03']
  const rows = dates.map((date, at) => ({ id: `m${at}`, fields: date === undefined ? {} : { date } }))
  expect(rows.toSorted(compareByDate).map(({ fields }) => fields.date)).toEqual([
    '2025',
    '../2024-09',
    '2024-08-28',
    '2024-03',
    '2024',
    undefined,
  ])
})
