import { expect, test } from 'vitest'
import { toSimplified } from './simplified'

test('traditional characters become the simplified ones, and nothing else changes', () => {
  expect(toSimplified('砸鍋賣鐵')).toBe('砸锅卖铁')
  expect(toSimplified('貴州、雲南的隱性債務與專班')).toBe('贵州、云南的隐性债务与专班')
  expect(toSimplified('砸锅卖铁 Bishan 47号文 😀')).toBe('砸锅卖铁 Bishan 47号文 😀')
})
