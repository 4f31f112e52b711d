import { expect, test } from 'vitest'
import { makeWorkKey, parseWorkKey } from './work-key'

test('a key is known again, and nothing else is one', () => {
  const key = makeWorkKey()
  expect(parseWorkKey(key)).toBe(key)
  expect(makeWorkKey()).not.toBe(key)
  expect(parseWorkKey('0-1-22-4294967295')).toBe('0-1-22-4294967295')
  for (const other of [null, '', '1-2-3', '1-2-3-4-5', '1-2-3-four', '1-2-3-42949672950', ' 1-2-3-4', '1-2-3-4\n'])
    expect(parseWorkKey(other), String(other)).toBeNull()
})
