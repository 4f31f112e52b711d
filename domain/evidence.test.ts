import { expect, test } from 'vitest'
import { gradeOf } from './evidence'

const reliability = { a: 'A', b: 'B', c: 'C', d: 'C' } as const
const grade = (...citations: Parameters<typeof gradeOf>[0][number][]) =>
  gradeOf(citations, (id) => reliability[id as 'a'])

test.each([
  ['an official page', [{ source: 'a' }], 'documented'],
  ['a document that is archived', [{ source: 'c', evidence: 'document-archived' }], 'documented'],
  ['a leaked image and another source', [{ source: 'c', evidence: 'leaked-image' }, { source: 'd' }], 'confirmed'],
  ['a leaked image alone', [{ source: 'c', evidence: 'leaked-image' }], 'thin'],
  [
    'one source cited twice',
    [
      { source: 'c', evidence: 'leaked-image' },
      { source: 'c', evidence: 'named-official' },
    ],
    'thin',
  ],
  ['two reports, one of them good', [{ source: 'b' }, { source: 'c' }], 'reported'],
  ['two reprints', [{ source: 'c' }, { source: 'd' }], 'thin'],
  ['one good report', [{ source: 'b' }], 'thin'],
] as const)('%s: %s', (_, citations, expected) => {
  expect(grade(...citations)).toBe(expected)
})
