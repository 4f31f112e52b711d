import type { Language } from '@/domain/field'

/** A stretch of a text in one language; null for one without letters. `at` is where it begins. */
export type WrittenPart = { at: number; text: string; written: Language | null }

/** From the first Han character of a stretch to the last, with the numbers, dates and marks that belong to it. */
const CHINESE = /[\d《“〔（]*\p{Script=Han}(?:[^\p{Script=Latin}]*[\p{Script=Han}》”〕）])?/gu

/** A text cut where it changes between Chinese and a language of Latin letters. */
export function splitLanguages(text: string): WrittenPart[] {
  const parts: WrittenPart[] = []
  let end = 0
  const add = (from: number, to: number, written: Language) => {
    if (from === to) return
    const part = text.slice(from, to)
    parts.push({ at: from, text: part, written: /\p{L}/u.test(part) ? written : null })
  }
  for (const { index, 0: found } of text.matchAll(CHINESE)) {
    add(end, index, 'en')
    add(index, index + found.length, 'zh')
    end = index + found.length
  }
  add(end, text.length, 'en')
  return parts
}

/** A Chinese title in brackets after an English one makes a text of both; a stray English word in a Chinese one does not. */
const HAN_PER_WORD = 6

/** Whether readers of the other language find next to nothing of a text in theirs. */
export function isMostly(language: Language, text: string): boolean {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  return language === 'zh' ? characters > words * HAN_PER_WORD : words > characters
}
