import { expect, test } from 'vitest'
import { isOverdue } from './gap'

test('a monthly series is overdue two rhythms and 45 days after its newest figure', () => {
  const monthly = { newest: 1_000, rhythm: 30 }
  expect(isOverdue(monthly, 1_105)).toBe(false)
  expect(isOverdue(monthly, 1_106)).toBe(true)
})
