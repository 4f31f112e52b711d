import { expect, test } from 'vitest'
import { parseConfiguration } from '@/domain/configuration'

function linesOf(environment: Record<string, string>): string[] {
  const parsed = parseConfiguration(environment)
  return parsed.ok ? [] : parsed.lines
}

test('an empty environment gives the defaults', () => {
  expect(parseConfiguration({})).toEqual({
    ok: true,
    configuration: {
      PORT: 3000,
      HOST: 'localhost',
      DATA_DIR: '.data',
      BUILD_DIR: '.next',
      TRUSTED_PROXIES: 0,
      VIEW_MEMORY_MIB: 128,
    },
  })
})

test('an empty value counts as not given', () => {
  expect(parseConfiguration({ PORT: '', DATABASE_URL: ' ', ADMIN_EMAIL: '' })).toEqual(parseConfiguration({}))
})

test('values are read in their own types', () => {
  const parsed = parseConfiguration({
    PORT: '8080',
    TRUSTED_PROXIES: '2',
    SITE_URL: 'https://Record.Example.org/',
    DATABASE_URL: 'postgres://owner:secret@db.example.org/record',
  })
  expect(parsed.ok && parsed.configuration).toMatchObject({
    PORT: 8080,
    TRUSTED_PROXIES: 2,
    SITE_URL: 'https://record.example.org',
    DATABASE_URL: 'postgres://owner:secret@db.example.org/record',
  })
})

test.each(['127.0.0.1', '::1'])('the loopback address %s is served as localhost', (host) => {
  const parsed = parseConfiguration({ HOST: host })
  expect(parsed.ok && parsed.configuration.HOST).toBe('localhost')
})

test.each([
  [{ PORT: '70000' }, 'PORT «70000» is not a whole number from 1 to 65535'],
  [{ PORT: '0' }, 'PORT «0» is not a whole number from 1 to 65535'],
  [{ PORT: '80a' }, 'PORT «80a» is not a whole number from 1 to 65535'],
  [{ HOST: 'a b' }, 'HOST «a b» is not a host name or an address'],
  [{ TRUSTED_PROXIES: '11' }, 'TRUSTED_PROXIES «11» is not a whole number from 0 to 10'],
  [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES «-1» is not a whole number from 0 to 10'],
  [{ SITE_URL: 'example.org' }, 'SITE_URL «example.org» is not an origin such as https://example.org'],
  [
    { SITE_URL: 'https://example.org/a' },
    'SITE_URL «https://example.org/a» is not an origin such as https://example.org',
  ],
  [{ SITE_URL: 'javascript:alert(1)' }, 'SITE_URL «javascript:alert(1)» is not an origin such as https://example.org'],
  [{ BUILD_DIR: '../elsewhere' }, 'BUILD_DIR «../elsewhere» is not the name of a folder in this one'],
  [{ ADMIN_EMAIL: 'nobody', ADMIN_PASSWORD: 'twelve chars' }, 'ADMIN_EMAIL «nobody» is not an e-mail address'],
  [{ ADMIN_EMAIL: 'a@example.org' }, 'ADMIN_EMAIL «a@example.org» needs ADMIN_PASSWORD beside it'],
  [{ ADMIN_PASSWORD: 'twelve chars' }, 'ADMIN_PASSWORD needs ADMIN_EMAIL beside it'],
])('%o is refused in one line', (environment, line) => {
  expect(linesOf(environment)).toEqual([line])
})

test('a secret is never repeated', () => {
  const lines = linesOf({
    ADMIN_EMAIL: 'a@example.org',
    ADMIN_PASSWORD: 'hunter2',
    AUTH_SECRET: 'hunter2',
    DATABASE_URL: 'mysql://owner:hunter2@host/record',
  })
  expect(lines).toHaveLength(3)
  expect(lines.join()).not.toContain('hunter2')
})

test('eleven characters are too few, also where UTF-16 counts more', () => {
  const password = '𠮷'.repeat(11)
  expect(linesOf({ ADMIN_EMAIL: 'a@example.org', ADMIN_PASSWORD: password })).toEqual([
    'ADMIN_PASSWORD is shorter than 12 characters',
  ])
  expect(linesOf({ ADMIN_EMAIL: 'a@example.org', ADMIN_PASSWORD: `${password}𠮷` })).toEqual([])
})

test('every wrong value has its line', () => {
  expect(linesOf({ PORT: 'x', TRUSTED_PROXIES: 'y', DATABASE_URL_READER: 'z' })).toHaveLength(3)
})
