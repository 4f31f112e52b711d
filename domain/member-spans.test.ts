import { describe, expect, test } from 'vitest'
import { listMemberSpans } from './member-spans'

describe('a stay on a list as spans of one state each', () => {
  test('joined within a month, still on it', () => {
    expect(listMemberSpans({ from: '2023-12', attestedOn: '2024-03-06' }, '2023-01-01', '2026-11-23')).toEqual([
      { state: 'not-yet', from: '2023-01-01', to: '2023-11-30' },
      { state: 'may-have-joined', from: '2023-12-01', to: '2023-12-30' },
      { state: 'in', from: '2023-12-31', to: '2026-11-23' },
    ])
  })

  test('left no later than a month: open from the day after it was last named, out from the day after the month', () => {
    const inner = { from: '2023-12', to: '../2025-07', attestedOn: '2024-03-06' }
    expect(listMemberSpans(inner, '2024-01-01', '2025-12-31')).toEqual([
      { state: 'in', from: '2024-01-01', to: '2024-03-06' },
      { state: 'may-have-left', from: '2024-03-07', to: '2025-07-31' },
      { state: 'left', from: '2025-08-01', to: '2025-12-31' },
    ])
  })

  test('sharp dates leave nothing open: on its first and its last day it is in', () => {
    expect(listMemberSpans({ from: '2024-02-01', to: '2024-02-03' }, '2024-01-31', '2024-02-04')).toEqual([
      { state: 'not-yet', from: '2024-01-31', to: '2024-01-31' },
      { state: 'in', from: '2024-02-01', to: '2024-02-03' },
      { state: 'left', from: '2024-02-04', to: '2024-02-04' },
    ])
  })
})
