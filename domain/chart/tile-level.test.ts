import { expect, test } from 'vitest'
import { tileGrid } from './tile-grid'
import { getLevel } from './tile-level'

test('five shades hold as many places each', () => {
  const values = Array.from({ length: 30 }, (_, at) => at)
  const levels = values.map((value) => getLevel(values, value))
  expect([1, 2, 3, 4, 5].map((level) => levels.filter((one) => one === level).length)).toEqual([6, 6, 6, 6, 6])
  expect(getLevel(values, 0)).toBe(1)
  expect(getLevel(values, 29)).toBe(5)
})

test('equal values share a shade', () => {
  expect(getLevel([3, 3, 3], 3)).toBe(1)
})

test('31 provincial units, no two on one square', () => {
  const squares = Object.values(tileGrid).map(({ column, row }) => `${column} ${row}`)
  expect(squares).toHaveLength(31)
  expect(new Set(squares).size).toBe(31)
})
