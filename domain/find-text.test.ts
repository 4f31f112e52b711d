import { expect, test } from 'vitest'
import { findText, listSpellings, splitWords } from './find-text'

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

test('words that do not stand as a whole are found each by itself, in the order of the text', () => {
  expect(cut('selling the pot, the iron', 'the iron')).toEqual(['the iron'])
  expect(cut('Debt of Guizhou: general debt', 'Guizhou debt')).toEqual(['Debt', 'Guizhou', 'debt'])
  expect(cut('重庆市璧山区“砸锅卖铁”工作专班', '璧山 专班')).toEqual(['璧山', '专班'])
  expect(cut('indebted', 'debt indebted')).toEqual(['indebted'])
})

test('traditional characters find simplified ones, and the other way round', () => {
  expect(cut('重庆市璧山区“砸锅卖铁”工作专班', '砸鍋賣鐵')).toEqual(['砸锅卖铁'])
  expect(cut('砸鍋賣鐵', '砸锅卖铁')).toEqual(['砸鍋賣鐵'])
  expect(listSpellings('專班')).toEqual(['專班', '专班'])
  expect(listSpellings('专班')).toEqual(['专班'])
  expect(splitWords('  璧山　专班 璧山 ')).toEqual(['璧山', '专班'])
})
