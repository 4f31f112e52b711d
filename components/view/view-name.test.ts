import { describe, expect, it } from 'vitest'
import { getDefaultView } from '@/domain/view'
import { toReading } from './reading'
import { nameView } from './view-name'

const areas = ['CN-GZ', 'CN-YN', 'CN-A', 'CN-B', 'CN-C', 'CN-D']
const labels = {
  area: {
    'CN-GZ': { nameEn: 'Guizhou', nameZh: '贵州省' },
    'CN-YN': { nameEn: 'Yunnan', nameZh: '云南省' },
  },
  indicator: {
    special: { nameEn: 'Local government debt balance, special', nameZh: '专项债务余额' },
    long: { nameEn: 'x'.repeat(400), nameZh: '很'.repeat(400) },
  },
}
const edition = { edition: 4, current: 4, pinned: false }
const reading = { en: toReading('en', edition, new Date(0), labels), zh: toReading('zh', edition, new Date(0), labels) }
const debt = getDefaultView('debt')

describe('the name of a view', () => {
  it.each([
    ['en', 'Local government debt balance, special: Guizhou, Yunnan, 2022–2024'],
    ['zh', '贵州省、云南省，2022年至2024年：专项债务余额'],
  ] as const)('says what, where and when in %s', (language, name) => {
    const view = { ...debt, indicator: ['special'], area: ['CN-GZ', 'CN-YN'], from: '2022', to: '2024' }
    expect(nameView(reading[language], 'debt', view)).toBe(name)
  })

  it('is the name of its page where nothing is asked for, whatever its order', () => {
    expect(nameView(reading.en, 'debt', debt)).toBe('Debt statistics')
    expect(nameView(reading.zh, 'debt', { ...debt, sort: 'value', page: 3 })).toBe('债务数据')
  })

  it.each([
    ['debt', { frequency: ['M'], from: '2024', to: '2024' }, 'Debt statistics: 2024, Monthly'],
    [
      'debt',
      { measure: 'change', indicator: ['special'] },
      /^Local .*, special: Change on a year before \(computed\)$/,
    ],
    ['debt', { from: '2024-07' }, 'Debt statistics: since Jul 2024'],
    ['debt', { to: '2024-07' }, 'Debt statistics: up to Jul 2024'],
    ['debt', { area: areas }, 'Debt statistics: Guizhou, Yunnan, CN-A, CN-B, 2 more'],
    ['mentions', { area: ['CN-GZ'], q: 'pot' }, 'Mentions of the phrase: Guizhou, with the words “pot”'],
    ['provinces', { on: '2024-01-01' }, 'Key provinces: 1 Jan 2024'],
  ] as const)('of %s %j', (page, asked, name) => {
    expect(nameView(reading.en, page, { ...getDefaultView(page), ...asked })).toEqual(
      typeof name === 'string' ? name : expect.stringMatching(name),
    )
  })

  it('is bounded', () => {
    expect(nameView(reading.en, 'debt', { ...debt, indicator: ['long', 'special'] })).toHaveLength(160)
    expect(nameView(reading.zh, 'debt', { ...debt, indicator: ['long'] })).toMatch(/^很{159}…$/)
  })
})
