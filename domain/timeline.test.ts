import { expect, test } from 'vitest'
import { layOutTimeline } from './timeline'

// 2023 and 2024 are 365 + 366 = 731 days.
test('days are points, months and years are spans, «no later than» is open, and what is not known has no mark', () => {
  const timeline = layOutTimeline(['2024', '2023-12', '2024-01-01', '../2024-08-28', undefined])
  expect(timeline?.years).toEqual([
    { year: 2023, start: 0 },
    { year: 2024, start: 365 / 731 },
  ])
  expect(timeline?.marks).toEqual([
    { kind: 'span', start: 365 / 731, end: 1 },
    { kind: 'span', start: 334 / 731, end: 365 / 731 },
    { kind: 'day', start: 365.5 / 731, end: 365.5 / 731 },
    // The 241st day of 2024 is 28 August.
    { kind: 'open', start: 0, end: (365 + 241) / 731 },
    null,
  ])
})

test('without a date there is no timeline, and many years are labelled evenly', () => {
  expect(layOutTimeline([undefined])).toBeNull()
  expect(layOutTimeline([])).toBeNull()
  expect(layOutTimeline(['2005', '2024'])?.years.map(({ year }) => year)).toEqual([
    2005, 2008, 2011, 2014, 2017, 2020, 2023,
  ])
})
