import { expect, test } from 'vitest'
import { tileGrid } from './tile-grid'
import { describeLevels, getLevel } from './tile-level'

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

test('each class is told by its least and its largest figure', () => {
  // Ten figures, two a class; equal ones share theirs, so that the third class has none.
  expect(describeLevels(['10', '9', '8', '7', '6.50', '6.50', '6.50', '3', '2', '-1'])).toEqual([
    { level: 1, least: '-1', most: '2', count: 2 },
    { level: 2, least: '3', most: '6.50', count: 4 },
    { level: 4, least: '7', most: '8', count: 2 },
    { level: 5, least: '9', most: '10', count: 2 },
  ])
  expect(describeLevels([])).toEqual([])
})

test('31 provincial units, no two on one square', () => {
  const squares = Object.values(tileGrid).map(({ column, row }) => `${column} ${row}`)
  expect(squares).toHaveLength(31)
  expect(new Set(squares).size).toBe(31)
})
