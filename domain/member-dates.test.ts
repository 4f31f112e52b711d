import { expect, test } from 'vitest'
import { getNeighbours, listMemberDates } from './member-dates'

// The stays of Document No. 47 in short: named in March 2024, one left by the end of July 2025, one by 27 January 2026.
const members = [
  { from: '2023-12', attestedOn: '2024-03-06' },
  { from: '2023-12', attestedOn: '2024-03-06', to: '../2025-07' },
  { from: '2023-12', attestedOn: '2024-03', to: '../2026-01-27' },
]

test('the days from which more is known: joined by, named on, and the day after the last it may have been in', () => {
  expect(listMemberDates(members)).toEqual([
    { day: '2023-12-31', joined: 3, named: 0, left: 0 },
    { day: '2024-03-01', joined: 0, named: 1, left: 0 },
    { day: '2024-03-06', joined: 0, named: 2, left: 0 },
    { day: '2025-08-01', joined: 0, named: 0, left: 1 },
    { day: '2026-01-28', joined: 0, named: 0, left: 1 },
  ])
  expect(listMemberDates([{}])).toEqual([])
})

test('the neighbours of a day that is one of them, of one between them, and of none', () => {
  const dates = listMemberDates(members)
  const days = (on?: string) => {
    const { older, newer } = getNeighbours(dates, on)
    return [older?.day, newer?.day]
  }
  expect(days('2024-03-06')).toEqual(['2024-03-01', '2025-08-01'])
  expect(days('2025-01-01')).toEqual(['2024-03-06', '2025-08-01'])
  expect(days('2023-12-31')).toEqual([undefined, '2024-03-01'])
  expect(days('2026-03-01')).toEqual(['2026-01-28', undefined])
  expect(days()).toEqual(['2026-01-28', undefined])
})
