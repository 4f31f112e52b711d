import { describe, expect, test } from 'vitest'
import { type Change, formatChangeDocument } from './change'
import { nouns } from './field'
import { parseRecord } from './record'
import { isMark, listRedactable, MARK, MARKED_URL, markChange, repeatsRedacted, toMarks } from './redaction'

const mention: Change = {
  noun: 'mention',
  id: 'm-1',
  base: 4,
  fields: {
    area: 'CN-GZ',
    documentKind: 'notice',
    date: '2024-03-01',
    quoteEn: 'Zhang San signed it',
    citations: [
      { source: 's-1', place: 'page 3', quote: 'Zhang San', evidence: 'leaked-image' },
      { source: 's-2', evidence: 'press-report' },
    ],
  },
}

describe('what may be redacted', () => {
  test('are texts and addresses, and of the rest what may be absent', () => {
    expect(listRedactable('mention')).toEqual(['date', 'quoteEn', 'quoteZh', 'summary', 'note', 'citations', 'reason'])
    expect(listRedactable('observation')).toEqual([
      ...['usdBillionAsStated', 'wordingAsStated', 'note', 'citations', 'reason'],
    ])
    expect(listRedactable('member')).toEqual(['from', 'to', 'attestedOn', 'note', 'citations', 'reason'])
    expect(listRedactable('source')).toEqual([
      ...['title', 'publisher', 'url', 'publishedOn', 'canonicalUrl', 'archiveUrl', 'note', 'reason'],
    ])
  })

  test.each([
    ['a code', 'mention', ['documentKind']],
    ['a reference', 'mention', ['note', 'area']],
    ['the figure itself', 'observation', ['value']],
    ['what is not a field', 'mention', ['noted']],
    ['nothing at all', 'mention', []],
  ] as const)('is not %s', (_, noun, keys) => {
    expect(toMarks(noun, keys)).toBeNull()
  })
})

describe('a change with marks', () => {
  test('has a mark for a text, no date, and in citations marks for place and quotation only', () => {
    const marks = toMarks('mention', ['quoteEn', 'quoteZh', 'date', 'citations'])
    expect(marks).toEqual({ quoteEn: MARK, quoteZh: MARK, date: null, citations: MARK })
    expect(marks && markChange(mention, marks)).toEqual({
      ...mention,
      fields: {
        area: 'CN-GZ',
        documentKind: 'notice',
        quoteEn: MARK,
        citations: [
          { source: 's-1', place: MARK, quote: MARK, evidence: 'leaked-image' },
          { source: 's-2', evidence: 'press-report' },
        ],
      },
    })
  })

  test('keeps the reason of a withdrawal unless that is what is redacted', () => {
    const gone: Change = {
      noun: 'mention',
      id: 'm-1',
      base: 5,
      withdraw: { reason: 'Zhang San asked', successor: 'm-2' },
    }
    expect(markChange(gone, { note: MARK })).toEqual(gone)
    expect(markChange(gone, { reason: MARK })).toEqual({ ...gone, withdraw: { reason: MARK, successor: 'm-2' } })
  })

  test('is the same when it is marked again', () => {
    const marks = { quoteEn: MARK, date: null, citations: MARK }
    const once = markChange(mention, marks)
    expect(formatChangeDocument(markChange(once, marks))).toBe(formatChangeDocument(once))
  })

  test('is a record that can be read, whatever is redacted', () => {
    const full: { [key: string]: unknown } = {
      title: 'A',
      publisher: 'B',
      url: 'https://example.org/zhang',
      language: 'zh',
    }
    const source: Change = {
      ...{ noun: 'source', id: 's-1', base: 1 },
      fields: { ...(full as object), kind: 'media', reliability: 'B', archiveUrl: 'https://example.org/z' },
    }
    const marks = toMarks('source', listRedactable('source')) ?? {}
    const { fields } = markChange(source, marks)
    expect(fields).toMatchObject({ title: MARK, publisher: MARK, url: MARKED_URL, archiveUrl: MARKED_URL })
    expect(parseRecord('source', 's-1', fields)).toEqual({ ok: true, fields })
    expect(isMark(fields?.url)).toBe(true)
    for (const noun of nouns) expect(toMarks(noun, listRedactable(noun))).not.toBeNull()
  })
})

const called: Change = { ...mention, fields: { note: 'Call Mr Li Si, 138-0000' } }

test.each([
  ['says what it hides', 'The name of ZHANG  san has to go', true],
  ['says it in other letters', 'Ｚｈａｎｇ Ｓａｎ', true],
  ['says a name out of a longer text', 'Zhang San asked us', true],
  ['says a number out of it', 'for 138 0000', true],
  ['says why and not what', 'A private person is named', false],
])('a reason that %s', (_, reason, expected) => {
  expect(repeatsRedacted(reason, [mention, called], { citations: MARK, note: MARK })).toBe(expected)
})
