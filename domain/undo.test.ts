import { expect, test } from 'vitest'
import { describeUndo, type Touched } from './undo'

const keys = () => ['title', 'note', 'url']
const at = (edition: number, fields: Record<string, string> | null) => ({ edition, fields })
const record = (parts: Pick<Touched, 'before' | 'made' | 'now'>): Touched => ({ noun: 'source', id: 's', ...parts })

test('a record still as the edition left it goes back whole: changed, new and withdrawn', () => {
  const undo = describeUndo(
    [
      record({ before: at(1, { title: 'a' }), made: at(5, { title: 'b' }), now: at(5, { title: 'b' }) }),
      { ...record({ before: null, made: at(5, { title: 'n' }), now: at(5, { title: 'n' }) }), id: 'new' },
      { ...record({ before: at(2, { title: 'w' }), made: at(5, null), now: at(5, null) }), id: 'gone' },
    ],
    keys,
    'wrong file',
  )
  expect(undo).toEqual({
    obstacles: [],
    changes: [
      { noun: 'source', id: 's', base: 5, fields: { title: 'a' } },
      { noun: 'source', id: 'new', base: 5, withdraw: { reason: 'wrong file' } },
      { noun: 'source', id: 'gone', base: 5, fields: { title: 'w' } },
    ],
  })
})

test('of a record changed since, only the fields nobody touched go back, and the others are named', () => {
  const undo = describeUndo(
    [
      record({
        before: at(1, { title: 'a', note: 'old', url: 'u' }),
        made: at(5, { title: 'b', url: 'v' }),
        now: at(7, { title: 'c', url: 'v' }),
      }),
    ],
    keys,
    'r',
  )
  expect(undo.changes).toEqual([{ noun: 'source', id: 's', base: 7, fields: { title: 'c', note: 'old', url: 'u' } }])
  expect(undo.obstacles).toEqual([
    { noun: 'source', id: 's', edition: 7, fields: [{ key: 'title', base: 'b', theirs: 'c', yours: 'a' }] },
  ])
})

test('a record that was new and is changed since stands in the way as a whole', () => {
  const undo = describeUndo(
    [record({ before: null, made: at(5, { title: 'n' }), now: at(6, { title: 'o' }) })],
    keys,
    'r',
  )
  expect(undo).toEqual({ changes: [], obstacles: [{ noun: 'source', id: 's', edition: 6, fields: [] }] })
})

test('what is gone again already needs no change', () => {
  const undo = describeUndo([record({ before: null, made: at(5, { title: 'n' }), now: at(6, null) })], keys, 'r')
  expect(undo).toEqual({ changes: [], obstacles: [] })
})

test('a redaction, which left the record as it stood, leaves nothing to take back', () => {
  const undo = describeUndo(
    [
      record({
        before: at(4, { note: '[redacted]' }),
        made: at(5, { note: '[redacted]' }),
        now: at(5, { note: '[redacted]' }),
      }),
      { ...record({ before: at(4, null), made: at(5, null), now: at(5, null) }), id: 'gone' },
    ],
    keys,
    'r',
  )
  expect(undo).toEqual({ changes: [], obstacles: [] })
})
