import { describe, expect, it } from 'vitest'
import { formatDoubtfulDate, formatPeriodCode } from '@/components/record/dates'
import { getDefaultView } from '@/domain/view'
import { getMessages } from '@/messages/messages'
import { getName, toReading } from './reading'
import { describeView } from './view-words'

const labels = {
  area: {
    CN: { nameEn: 'China', nameZh: '中国' },
    'CN-GZ': { nameEn: 'Guizhou', nameZh: '贵州省' },
  },
  indicator: { balance: { nameEn: 'Debt balance', nameZh: '债务余额' } },
}
const edition = { edition: 4, current: 4, pinned: false }
const reading = { en: toReading('en', edition, new Date(0), labels), zh: toReading('zh', edition, new Date(0), labels) }

describe('a view in words', () => {
  const view = {
    ...getDefaultView('debt'),
    area: ['CN', 'CN-GZ'],
    frequency: ['M' as const],
    from: '2024-07',
    to: '2024',
  }

  it.each([
    ['en', '2,311 figures for China and Guizhou, monthly, Jul 2024 to 2024.'],
    ['zh', '共2,311条数据；地区：中国、贵州省；频率：月度；时间：2024年7月至2024年。'],
  ] as const)('is one sentence in %s', (language, sentence) => {
    expect(describeView(reading[language], 'debt', view, 'observation', 2311)).toBe(sentence)
  })

  it.each([
    ['en', 'task-force', '1 task force.'],
    ['zh', 'task-force', '共1个工作专班。'],
    ['en', 'edition', '1 edition.'],
    ['zh', 'edition', '共1个版次。'],
  ] as const)('counts one in %s: %s', (language, noun, sentence) => {
    expect(describeView(reading[language], 'home', { ignored: [] }, noun, 1)).toBe(sentence)
  })
})

it.each([
  [
    { indicator: ['balance'], from: '2022', to: '2022' },
    '8 figures of Debt balance, 2022.',
    '共8条数据；指标：债务余额；时间：2022年。',
  ],
  [{ from: '2022' }, '8 figures, 2022 or later.', '共8条数据；时间不早于2022年。'],
  [{ to: '2022' }, '8 figures, 2022 or earlier.', '共8条数据；时间不晚于2022年。'],
  [
    { area: ['CN', 'CN-GZ', 'XPCC'] },
    '8 figures for China, Guizhou and XPCC.',
    '共8条数据；地区：中国、贵州省、XPCC。',
  ],
  [{ status: ['estimate' as const] }, '8 figures, status: Estimate.', '共8条数据；状态：估计数。'],
])('%j is told in plain words', (asked, en, zh) => {
  const view = { ...getDefaultView('debt'), ...asked }
  expect(describeView(reading.en, 'debt', view, 'observation', 8)).toBe(en)
  expect(describeView(reading.zh, 'debt', view, 'observation', 8)).toBe(zh)
})

describe('dates in Chinese', () => {
  it.each([
    ['2024', '2024年'],
    ['2024-07', '2024年7月'],
    ['2024-08-01', '2024年8月1日'],
    ['../2024-08-28', '不晚于2024年8月28日'],
    ['../2025-07', '不晚于2025年7月'],
  ])('%s', (date, words) => {
    expect(formatDoubtfulDate(getMessages('zh'), date)).toBe(words)
  })

  it.each([
    ['2024', 'A', '2024年'],
    ['2024-07', 'M', '2024年7月'],
    ['2024-07', 'YTD', '2024年1—7月'],
    ['2024-01', 'YTD', '2024年1月'],
    ['2024-06-30', 'I', '2024年6月30日'],
    ['2024-11-08--2025-08-31', 'A', '2024年11月8日至2025年8月31日'],
  ] as const)('%s, %s', (period, frequency, words) => {
    expect(formatPeriodCode(getMessages('zh'), period, frequency)).toBe(words)
  })
})

it.each([
  ['en', 'Debt balance, Guizhou, 31 Dec 2024'],
  ['zh', '2024年12月31日贵州省债务余额'],
] as const)('a figure is named in the order of its language: %s', (language, name) => {
  const fields = { indicator: 'balance', area: 'CN-GZ', period: '2024-12-31', frequency: 'I' }
  expect(getName('observation', 'x', fields, reading[language]).text).toBe(name)
})
