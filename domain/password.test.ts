import { expect, test } from 'vitest'
import { parsePassword } from '@/domain/password'

const email = 'li.wei@example.org'

test('takes twelve to two hundred characters, counted as code points', () => {
  expect(parsePassword('tin kettles', email)).toEqual({ ok: false, error: 'short' })
  expect(parsePassword('tin kettles7', email)).toEqual({ ok: true, password: 'tin kettles7' })
  expect(parsePassword('砸锅卖铁八年四省一百亿', email)).toEqual({ ok: false, error: 'short' })
  expect(parsePassword('砸锅卖铁八年四省一百亿元', email).ok).toBe(true)
  expect(parsePassword('🍲🔩'.repeat(3), email)).toEqual({ ok: false, error: 'short' })
  expect(parsePassword(`${'kettle iron '.repeat(16)}nineteen`, email).ok).toBe(true)
  expect(parsePassword('kettle iron '.repeat(17), email)).toEqual({ ok: false, error: 'long' })
})

test('reads full-width letters as the letters they are', () => {
  expect(parsePassword('ｋｅｔｔｌｅ　ｉｒｏｎ７', email)).toEqual({ ok: true, password: 'kettle iron7' })
})

test.each([
  '123456789012',
  'Password1234',
  'password 2026!',
  'aaaaaaaaaaaaaaa',
  'Qwerty-Qwerty',
  'correct horse battery staple',
])('refuses the common «%s»', (given) => expect(parsePassword(given, email)).toEqual({ ok: false, error: 'common' }))

test.each(['li.wei@example.org', 'LI.WEI@example.org1', 'li.weili.wei12'])(
  'refuses «%s», made of the own address',
  (given) => {
    expect(parsePassword(given, email)).toEqual({ ok: false, error: 'own-email' })
  },
)

test('takes a password that only mentions the name', () => {
  expect(parsePassword('li.wei keeps ledgers', email).ok).toBe(true)
})
