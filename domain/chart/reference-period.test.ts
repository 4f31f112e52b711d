import { expect, test } from 'vitest'
import { chooseReference, isWithin, type ReferencePeriod } from './reference-period'

function at(period: string, places: number): ReferencePeriod {
  return { period, frequency: 'I', places }
}

test('the newest date that is about complete is compared, not a newer one that few have reported for', () => {
  const dates = [at('2025-12-31', 18), at('2024-12-31', 31), at('2023-12-31', 31)]
  expect(chooseReference(dates)?.period).toBe('2024-12-31')
  // Nine tenths of 31 are 27.9: 28 are enough, 27 are not.
  expect(chooseReference([at('2025-12-31', 28), at('2024-12-31', 31)])?.period).toBe('2025-12-31')
  expect(chooseReference([at('2025-12-31', 27), at('2024-12-31', 31)])?.period).toBe('2024-12-31')
})

test('of what there is, the newest is taken, also where there is little', () => {
  expect(chooseReference([at('2025-12-31', 2), at('2024-12-31', 2)])?.period).toBe('2025-12-31')
  expect(chooseReference([])).toBeUndefined()
})

test('a period lies within bounds by the day it ends', () => {
  expect(isWithin(at('2022-12-31', 1), { from: '2022', to: '2022' })).toBe(true)
  expect(isWithin(at('2025-12-31', 1), { from: '2022', to: '2022' })).toBe(false)
  expect(isWithin(at('2025-12-31', 1), { to: '2023' })).toBe(false)
  expect(isWithin({ period: '2024-05', frequency: 'M' }, { from: '2024-05-31' })).toBe(true)
  expect(isWithin({ period: '2024', frequency: 'A' }, { to: '2024-06' })).toBe(false)
})
