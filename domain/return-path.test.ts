import { expect, test } from 'vitest'
import { parseReturnPath } from '@/domain/return-path'

test.each(['/edit', '/zh/edit', '/edit/account', '/zh/edit/debt/a.b?q=%E9%94%85', '/edit?x=1'])('keeps %s', (path) => {
  expect(parseReturnPath(path)).toBe(path)
})

test.each([
  '',
  '/',
  'edit',
  '//example.org/edit',
  '/\\example.org/edit',
  'https://example.org/edit',
  '/editor',
  '/edit/../sign-in',
  '/edit/..//example.org',
  '/edit/%2e%2e/%2e%2e//example.org',
  '/edit\r\nSet-Cookie: a=b',
  '/edit\\..\\x',
  '/edit/\\..\\..\\x',
  `/edit/${'a'.repeat(1000)}`,
  '/debt',
])('refuses %j', (path) => {
  expect(parseReturnPath(path)).toBeNull()
})

test('what could break a header is taken out or escaped', () => {
  expect(parseReturnPath('/edit/a\r\nSet-Cookie: a=b')).toBe('/edit/aSet-Cookie:%20a=b')
  expect(parseReturnPath('/edit/锅?q=\u0000"')).toBe('/edit/%E9%94%85?q=%00%22')
})
