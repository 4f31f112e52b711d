import { expect, test } from 'vitest'
import { findText } from './find-text'

const cut = (text: string, words: string) => findText(text, words).map(({ from, to }) => text.slice(from, to))

test('every place, in the letters of the text', () => {
  expect(cut('Bishan District, and BISHAN again', 'bishan')).toEqual(['Bishan', 'BISHAN'])
  expect(cut('重庆市璧山区“砸锅卖铁”工作专班', '璧山')).toEqual(['璧山'])
  expect(cut('aaaa', 'aa')).toEqual(['aa', 'aa'])
  expect(cut('Gansu', 'Guizhou')).toEqual([])
  expect(cut('Gansu', '')).toEqual([])
})

test('full-width letters and marks are the plain ones; one character may fold to several', () => {
  expect(cut('国办发〔２０２３〕35号（摘要）', '2023')).toEqual(['２０２３'])
  expect(cut('国办发〔2023〕35号（摘要）', '(摘要)')).toEqual(['（摘要）'])
  expect(cut('㈱ and ﬁnance', 'finance')).toEqual(['ﬁnance'])
  expect(cut('😀 Bishan', 'bishan')).toEqual(['Bishan'])
})
