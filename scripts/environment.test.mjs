import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { environmentOf, loadEnvironmentFile, parseEnvironmentFile } from './environment.mjs'

afterEach(() => {
  for (const name of ['TRY_GIVEN', 'TRY_EMPTY', 'TRY_NEW']) delete process.env[name]
})

test('lines of a file', () => {
  const text = [
    '# a comment',
    'A=1',
    'export B = two words  ',
    'C="quoted # not a comment" # a comment',
    "D='it $costs'",
    'E=bare # a comment',
    'F=a#b',
    'G=',
    'H=#',
    'no line of ours',
    'I=a=b',
  ].join('\r\n')
  expect(Object.fromEntries(parseEnvironmentFile(text))).toEqual({
    A: '1',
    B: 'two words',
    C: 'quoted # not a comment',
    D: 'it $costs',
    E: 'bare',
    F: 'a#b',
    G: '',
    H: '',
    I: 'a=b',
  })
})

test('the real environment wins over the file, also where it is empty', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pot-and-iron-env-'))
  process.env.TRY_GIVEN = 'real'
  process.env.TRY_EMPTY = ''
  writeFileSync(join(folder, '.env'), 'TRY_GIVEN=file\nTRY_EMPTY=file\nTRY_NEW=file\n')
  loadEnvironmentFile(join(folder, '.env'))
  expect(process.env).toMatchObject({ TRY_GIVEN: 'real', TRY_EMPTY: '', TRY_NEW: 'file' })
  rmSync(folder, { recursive: true })
})

test('a missing file is fine', () => {
  expect(() => loadEnvironmentFile(join(tmpdir(), 'no-such-file'))).not.toThrow()
})

test('what is undefined is handed on as empty, not left to a file', () => {
  process.env.TRY_GIVEN = 'real'
  expect(environmentOf({ TRY_GIVEN: undefined, TRY_NEW: 7 })).toMatchObject({ TRY_GIVEN: '', TRY_NEW: '7' })
})
