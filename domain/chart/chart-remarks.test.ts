import { expect, test } from 'vitest'
import { getSign, listRemarks } from './chart-remarks'

test('each note of what is drawn has a letter, once and in the order of the figures', () => {
  const remarks = listRemarks(['preliminary', null, 'restated', 'preliminary'])
  expect(remarks).toEqual([
    { sign: 'a', text: 'preliminary' },
    { sign: 'b', text: 'restated' },
  ])
  expect([getSign(remarks, 'restated'), getSign(remarks, null), getSign(remarks, 'other')]).toEqual(['b', null, null])
})

test('a note of all figures needs no letter; none is none', () => {
  expect(listRemarks(['final accounts', 'final accounts'])).toEqual([{ sign: null, text: 'final accounts' }])
  expect(listRemarks([null, null])).toEqual([])
  expect(listRemarks([])).toEqual([])
})
