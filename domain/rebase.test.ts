import { expect, test } from 'vitest'
import type { Change } from './change'
import { listConflicts, rebaseChange } from './rebase'

const keys = ['title', 'note', 'url']
const change: Change = { noun: 'source', id: 's', base: 1, fields: { title: 'mine', note: 'n', url: 'u' } }
const base = { edition: 1, fields: { title: 'old', note: 'n', url: 'u' } }
const newest = { edition: 4, fields: { title: 'theirs', note: 'n', url: 'v' } }

test('a field both changed is a conflict, and takes the text that is chosen; the others merge', () => {
  expect(listConflicts(change, base, newest, keys)).toEqual([
    { key: 'title', base: 'old', theirs: 'theirs', yours: 'mine' },
  ])
  expect(rebaseChange(change, base, newest, keys, () => 'yours')).toEqual({
    noun: 'source',
    id: 's',
    base: 4,
    fields: { title: 'mine', note: 'n', url: 'v' },
  })
  expect(rebaseChange(change, base, newest, keys, () => 'theirs')).toBeNull()
})

test('a record withdrawn meanwhile comes back only where that is chosen', () => {
  const gone = { edition: 4, fields: null }
  expect(listConflicts(change, base, gone, keys)).toEqual([])
  expect(rebaseChange(change, base, gone, keys, () => 'yours')).toMatchObject({ base: 4, fields: { title: 'mine' } })
  expect(rebaseChange(change, base, gone, keys, () => 'theirs')).toBeNull()
})

test('a withdrawal is set on the newest version, or given up', () => {
  const withdrawal: Change = { noun: 'source', id: 's', base: 1, withdraw: { reason: 'forged' } }
  expect(rebaseChange(withdrawal, base, newest, keys, () => 'yours')).toEqual({ ...withdrawal, base: 4 })
  expect(rebaseChange(withdrawal, base, newest, keys, () => 'theirs')).toBeNull()
})
