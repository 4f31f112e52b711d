import { describe, expect, it } from 'vitest'
import { isMostly, splitLanguages } from './written-language'

describe('cutting a text by language', () => {
  it.each([
    ['Ministry of Finance', [['Ministry of Finance', 'en']]],
    ['璧山府办〔2024〕26号', [['璧山府办〔2024〕26号', 'zh']]],
    ['2024-07', [['2024-07', null]]],
    ['', []],
    [
      'Debt balances, May 2026 (2026年5月债务余额情况)',
      [
        ['Debt balances, May 2026 (', 'en'],
        ['2026年5月债务余额情况', 'zh'],
        [')', null],
      ],
    ],
    [
      '地方债务占GDP比重',
      [
        ['地方债务占', 'zh'],
        ['GDP', 'en'],
        ['比重', 'zh'],
      ],
    ],
  ])('cuts «%s»', (text, parts) => {
    expect(splitLanguages(text).map(({ text: part, written }) => [part, written])).toEqual(parts)
  })

  it('loses nothing of a text', () => {
    const text = 'a 中 b（2024年）, 〔7〕号 c'
    expect(
      splitLanguages(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})

describe('what a text mostly is', () => {
  it.each([
    ['en', 'Ministry of Finance of China', true],
    ['zh', 'Ministry of Finance of China', false],
    ['zh', '国办发〔2023〕47号', true],
    ['en', '国办发〔2023〕47号', false],
    ['en', '2024-07', false],
    ['zh', '2024-07', false],
    // Both are there: neither reader is left without.
    ['en', 'Hong Kong China News Agency (香港中通社)', false],
    ['zh', 'Hong Kong China News Agency (香港中通社)', false],
    ['zh', 'Guancha (观察者网)', false],
    // One word of the other language does not make a text of both.
    ['en', 'How officials came to speak of 铁', true],
    ['zh', '一年少了近4万亿 财政部披露最新隐性债务数据 (summary)', true],
  ] as const)('%s: %s', (language, text, mostly) => {
    expect(isMostly(language, text)).toBe(mostly)
  })
})
