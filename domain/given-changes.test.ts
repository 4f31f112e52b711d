import { expect, test } from 'vitest'
import { parseGivenChanges } from './given-changes'
import { parseBearer } from './token'

const change = { noun: 'claimant', id: 'c', fields: { nameEn: 'C', citations: [{ source: 's' }] } }

test('changes are handed in whole or as a withdrawal', () => {
  const text = JSON.stringify({
    summary: 'two',
    changes: [change, { noun: 'source', id: 's', withdraw: { reason: 'r' } }],
  })
  expect(parseGivenChanges(text)).toEqual({
    ok: true,
    given: {
      summary: 'two',
      edition: undefined,
      changes: [change, { noun: 'source', id: 's', withdraw: { reason: 'r' } }],
    },
  })
})

test.each([
  ['{', ''],
  ['[]', ''],
  [JSON.stringify({ changes: [] }), 'changes'],
  [JSON.stringify({ changes: [change, { ...change, noun: 'person' }] }), 'changes.1.noun'],
  [JSON.stringify({ changes: [{ ...change, fields: { value: 1.5 } }] }), 'changes.0.fields.value'],
  [JSON.stringify({ changes: [{ ...change, withdraw: { reason: 'r' } }] }), 'changes.0'],
])('%s is refused at %j', (text, at) => {
  expect(parseGivenChanges(text)).toEqual({ ok: false, at })
})

test('a token is known by its mark', () => {
  const secret = `pni_${'a'.repeat(43)}`
  expect(parseBearer(`Bearer ${secret}`)).toBe(secret)
  expect(parseBearer(`Bearer ${'a'.repeat(43)}`)).toBeNull()
  expect(parseBearer(`Basic ${secret}`)).toBeNull()
  expect(parseBearer(null)).toBeNull()
})
