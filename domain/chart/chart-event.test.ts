import { describe, expect, it } from 'vitest'
import { describeTimeAxis } from './chart-axis'
import { type DatedEvent, describeEvents } from './chart-event'

function event(id: string, date: string, kind: DatedEvent['kind'] = 'documents'): DatedEvent {
  return { kind, id, date, dateLabel: date, name: id, href: `/documents/${id}` }
}

/** 2023 and 2024 day by day: 31 December 2022 is 0, and 731 days later 31 December 2024 is 1. */
const days = describeTimeAxis([{ periodEnd: '2022-12-31' }, { periodEnd: '2024-12-31' }], 'line', 'I')
const months = describeTimeAxis([{ periodEnd: '2024-01-31' }, { periodEnd: '2024-04-30' }], 'bars', 'M')
const years = describeTimeAxis([{ periodEnd: '2021-12-31' }, { periodEnd: '2024-12-31' }], 'bars', 'A')

function place(date: string, time = days) {
  const [lane] = describeEvents(['documents'], [event('a', date)], time).lanes
  return lane?.marks.map(({ from, to, open }) => [from, to, open])[0]
}

describe('describeEvents', () => {
  it('marks a day as a point, and a month or a year as the span it may be any day of', () => {
    expect(place('2023-12-31')).toEqual([0.49932, 0.49932, false])
    expect(place('2024-12')).toEqual([0.95896, 1, false])
    expect(place('2023')).toEqual([0.00137, 0.49932, false])
  })

  it('marks what was so at the latest as open, at that day', () => {
    expect(place('../2023-12-31')).toEqual([0.49932, 0.49932, true])
  })

  it('places a day within its month or year among bars', () => {
    // Four months: the middle of a February of 29 days is one and a half slots along.
    expect(place('2024-02-15', months)?.[0]).toBe(0.375)
    // Four years: 1 July 2022 lies one and a half years along, and half a day.
    expect(place('2022-07-01', years)?.[0]).toBeCloseTo(0.375, 3)
  })

  it('cuts a span at the ends of the axis and leaves out and counts what lies beyond', () => {
    expect(place('2024', months)).toEqual([0.00403, 1, false])
    const { lanes, outside } = describeEvents(
      ['documents'],
      [event('a', '2022'), event('b', '2025-01-01'), event('c', '2022-12-31')],
      days,
    )
    expect(lanes[0]?.marks.map(({ id, from, to }) => [id, from, to])).toEqual([['c', 0, 0]])
    expect(outside).toBe(2)
  })

  it('has a lane for each kind that is asked for, in one order, earliest first', () => {
    const events = [event('b', '2024-02-01'), event('a', '2023-02-01'), event('m', '2023-05-01', 'mentions')]
    const { lanes } = describeEvents(['task-forces', 'mentions', 'documents'], events, days)
    expect(lanes.map(({ kind, marks }) => [kind, marks.map(({ id }) => id)])).toEqual([
      ['documents', ['a', 'b']],
      ['mentions', ['m']],
      ['task-forces', []],
    ])
  })
})
