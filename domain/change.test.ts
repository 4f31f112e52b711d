import { describe, expect, test } from 'vitest'
import { formatCanonicalJson } from './canonical-json'
import { compareFields, formatChangeDocument, mergeFields, parseChangeDocument } from './change'

describe('canonical JSON', () => {
  test('keys by code unit, absent members left out, no white space', () => {
    expect(formatCanonicalJson({ b: 1, a: undefined, aa: [true, null, 'é"\n'], Z: { y: '1.50', x: 2 } })).toBe(
      '{"Z":{"x":2,"y":"1.50"},"aa":[true,null,"é\\"\\n"],"b":1}',
    )
  })

  test.each([1.5, Number.NaN, 2 ** 53])('refuses %d: decimals travel as text', (value) => {
    expect(() => formatCanonicalJson({ value })).toThrow(RangeError)
  })

  test('a change document reads back as it was written', () => {
    const change = {
      noun: 'area' as const,
      id: 'CN',
      base: 3,
      fields: { nameEn: 'China', citations: [{ source: 's-a' }] },
    }
    const text = formatChangeDocument(change)
    expect(text).toBe(
      '{"base":3,"fields":{"citations":[{"source":"s-a"}],"nameEn":"China"},"id":"CN","noun":"area","v":1}',
    )
    expect(parseChangeDocument(text)).toEqual(change)
  })
})

describe('merging', () => {
  const base = { a: '1', b: '2', c: '3' }
  const keys = ['a', 'b', 'c', 'd']

  test('takes what only one side changed, added or took away', () => {
    const merged = mergeFields(keys, base, { a: '1', b: 'theirs', c: '3', d: 'new' }, { a: 'ours', b: '2' })
    expect(merged).toEqual({ ok: true, fields: { a: 'ours', b: 'theirs', d: 'new' } })
  })

  test('the same change on both sides is no conflict', () => {
    expect(mergeFields(keys, base, { ...base, a: 'x' }, { ...base, a: 'x' })).toEqual({
      ok: true,
      fields: { ...base, a: 'x' },
    })
  })

  test('names every field both changed, each with its three texts', () => {
    expect(mergeFields(keys, base, { ...base, a: 'theirs' }, { b: '2', c: '3' })).toEqual({
      ok: false,
      conflicts: [{ key: 'a', base: '1', theirs: 'theirs', yours: undefined }],
    })
  })

  test('lists compare by what they hold', () => {
    expect(compareFields(['l'], { l: [{ source: 'a', quote: 'q' }] }, { l: [{ quote: 'q', source: 'a' }] })).toEqual([])
    expect(compareFields(['l'], { l: ['a'] }, { l: ['b'] })).toEqual([{ key: 'l', old: ['a'], new: ['b'] }])
  })
})
