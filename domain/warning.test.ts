import { describe, expect, it } from 'vitest'
import type { AnyFields } from './field'
import { toFigure } from './figure-series'
import type { Reliability } from './source'
import {
  type BasedChange,
  formatWarningKey,
  isAnswered,
  joinNote,
  listWarnings,
  makeJudge,
  NOTE_NAME,
  type Surroundings,
  WARNED_NAME,
} from './warning'

/** An observation: `balance 2024-12-31 I 100`. */
function observe(line: string, more: AnyFields = {}): AnyFields {
  const [indicator = '', period = '', frequency = '', value = ''] = line.split(' ')
  return { indicator, area: 'CN', period, frequency, value, status: 'official', claimant: 'official', ...more }
}

function around(lines: readonly string[], reliabilities: Record<string, Reliability> = {}): Surroundings {
  const figures = lines.map((line) => toFigure(observe(line)))
  return {
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    reliabilities: new Map(Object.entries(reliabilities)),
  }
}

const listCausedWarnings = (changes: readonly BasedChange[], published: Surroundings) =>
  changes.map(makeJudge(changes, published))

const warn = (line: string, lines: readonly string[]) => listWarnings('observation', observe(line), around(lines))
const codes = (line: string, lines: readonly string[]) => warn(line, lines).map(({ code }) => code)

describe('a missing language', () => {
  const none = around([])

  it('is the name or title that stands in the other one', () => {
    const english = { titleEn: 'Plan', issuer: 'Bureau' }
    expect(listWarnings('document', english, none)).toEqual([{ key: 'titleZh', code: 'language', written: 'titleEn' }])
    expect(listWarnings('document', { ...english, titleZh: '方案' }, none)).toEqual([])
    expect(listWarnings('task-force', { nameZh: '专班' }, none)).toEqual([
      { key: 'nameEn', code: 'language', written: 'nameZh' },
    ])
  })

  it('is no quotation, which is never invented, and nothing that has no twin', () => {
    expect(listWarnings('mention', { quoteZh: '砸锅卖铁' }, none)).toEqual([])
    expect(listWarnings('task-force', { nameEn: 'A', nameZh: '甲' }, none)).toEqual([])
  })
})

describe('a weak citation', () => {
  const known = around([], { good: 'A', weak: 'C' })
  const cite = (...sources: string[]) =>
    listWarnings('mention', { citations: sources.map((source) => ({ source })) }, known)

  it('is the only one, of a source of the lowest reliability', () => {
    expect(cite('weak')).toEqual([{ key: 'citations', code: 'weak', source: 'weak' }])
    expect(cite('good')).toEqual([])
    expect(cite('weak', 'good')).toEqual([])
    expect(cite('weak', 'weak')).toEqual([])
    expect(cite('unheard-of')).toEqual([])
  })
})

describe('an identity', () => {
  const parts = ['lgb_issue_total_general 2024 A 600', 'lgb_issue_total_special 2024 A 2400']

  it('fails where the parts are not the total: 3,100 − (600 + 2,400) = 100', () => {
    const [warning] = warn('lgb_issue_total 2024 A 3100', parts)
    expect(warning).toMatchObject({ key: 'value', code: 'identity', kind: 'sum', difference: '100' })
    expect(warning).toMatchObject({ parts: [{ value: '600' }, { value: '2400' }], total: { value: '3100' } })
  })

  it('is told as a distance, also where the parts are more than the total', () => {
    expect(warn('lgb_issue_total 2024 A 2900', parts)).toMatchObject([{ difference: '100' }])
  })

  it('passes, and is silent where rounding explains it or a part is not there', () => {
    expect(warn('lgb_issue_total 2024 A 3000', parts)).toEqual([])
    // Half a unit of three whole numbers is 1.5, so a difference of 1 is rounding and one of 2 is not.
    expect(warn('lgb_issue_total 2024 A 3001', parts)).toEqual([])
    expect(codes('lgb_issue_total 2024 A 3002', parts)).toEqual(['identity'])
    expect(warn('lgb_issue_total 2024 A 3100', parts.slice(1))).toEqual([])
  })

  it('is told at the part that is typed, and at the balance beyond its limit', () => {
    const around = ['lgb_issue_total 2024 A 3000', 'lgb_issue_total_general 2024 A 600']
    expect(codes('lgb_issue_total_special 2024 A 2500', around)).toEqual(['identity'])
    expect(warn('lgd_balance_total 2024-12-31 I 1200', ['lgd_limit_total 2024 A 1000'])).toMatchObject([
      { kind: 'most', difference: '200', total: { value: '1000' }, parts: [{ value: '1200' }] },
    ])
  })
})

describe('a figure far from its neighbours', () => {
  const both = ['debt 2022-12-31 I 100', 'debt 2024-12-31 I 200']

  it('is more than three times each of the two', () => {
    expect(codes('debt 2023-12-31 I 600.1', both)).toEqual(['far'])
    expect(codes('debt 2023-12-31 I 600', both)).toEqual([])
    expect(warn('debt 2023-12-31 I 601', both)).toMatchObject([
      { key: 'value', side: 'above', value: '601', neighbours: [{ value: '100' }, { value: '200' }] },
    ])
  })

  it('or less than a third of each', () => {
    expect(codes('debt 2023-12-31 I 33.3', both)).toEqual(['far'])
    expect(codes('debt 2023-12-31 I 34', both)).toEqual([])
    expect(warn('debt 2023-12-31 I 0', both)).toMatchObject([{ side: 'below' }])
  })

  it('with one neighbour more than ten times, or less than a tenth', () => {
    const before = ['debt 2022-12-31 I 100']
    expect(codes('debt 2023-12-31 I 1000', before)).toEqual([])
    expect(codes('debt 2023-12-31 I 1000.1', before)).toEqual(['far'])
    expect(codes('debt 2023-12-31 I 9.9', before)).toEqual(['far'])
    expect(codes('debt 2023-12-31 I 10', before)).toEqual([])
  })

  it('is held against the nearest of its own series only', () => {
    expect(codes('debt 2023-12-31 I 2000', ['debt 2021-12-31 I 1', 'debt 2022-12-31 I 300'])).toEqual([])
    expect(codes('debt 2023-12-31 I 2000', ['loans 2022-12-31 I 100', 'debt 2022 A 100'])).toEqual([])
  })

  it('not against what is not above zero, nor from or against a span', () => {
    expect(codes('flow 2024-05 M 900', ['flow 2024-04 M -5', 'flow 2024-06 M 100'])).toEqual([])
    expect(codes('flow 2024-05 M 900', ['flow 2024-04 M 0'])).toEqual([])
    expect(codes('flow 2024-05 M 9000', ['flow 2024-01-03--2024-02-02 M 1'])).toEqual([])
    expect(codes('flow 2024-01-03--2024-02-02 M 9000', ['flow 2023-05 M 1'])).toEqual([])
  })

  it('and a running total not against the year before: it begins anew in January', () => {
    expect(codes('flow 2024-01 YTD 5', ['flow 2023-12 YTD 100'])).toEqual([])
    expect(codes('flow 2024-01 YTD 5', ['flow 2023-12 YTD 100', 'flow 2024-02 YTD 100'])).toEqual(['far'])
  })
})

describe('what a change brings about', () => {
  const parts = ['lgb_issue_total_general 2024 A 600', 'lgb_issue_total_special 2024 A 2400']
  const change = (line: string, more: AnyFields = {}) => {
    const fields = observe(line, more)
    return { noun: 'observation' as const, id: toFigure(fields).id, base: 1, fields }
  }

  it('is not what stood there before with the same figures', () => {
    const base = observe('lgb_issue_total 2024 A 3100')
    const noted = change('lgb_issue_total 2024 A 3100', { note: 'As printed' })
    expect(listCausedWarnings([{ change: noted, base }], around(parts))).toEqual([[]])
    const moved = change('lgb_issue_total 2024 A 3200')
    expect(listCausedWarnings([{ change: moved, base }], around(parts))).toMatchObject([[{ difference: '200' }]])
    expect(listCausedWarnings([{ change: noted, base: null }], around(parts))[0]).toHaveLength(1)
  })

  it('is judged with all that changes together: 700 + 2,400 = 3,100', () => {
    const together = [change('lgb_issue_total 2024 A 3100'), change('lgb_issue_total_general 2024 A 700')]
    const based = together.map((one) => ({ change: one, base: null }))
    expect(listCausedWarnings(based, around(parts))).toEqual([[], []])
    expect(listCausedWarnings(based.slice(0, 1), around(parts))[0]).toHaveLength(1)
  })

  it('also with a source that comes with it', () => {
    const citing = change('debt 2024 A 1', { citations: [{ source: 'new' }] })
    const source = { noun: 'source' as const, id: 'new', base: null, fields: { reliability: 'C' } }
    const based = [citing, source].map((one) => ({ change: one, base: null }))
    expect(listCausedWarnings(based, around([])).flat()).toEqual([{ key: 'citations', code: 'weak', source: 'new' }])
  })
})

describe('a note', () => {
  const [weak, missing] = [
    { key: 'citations', code: 'weak' as const, source: 's' },
    { key: 'titleZh', code: 'language' as const, written: 'titleEn' },
  ]
  const seen = JSON.stringify([formatWarningKey(weak)])

  it('answers the warnings that were read when it was written', () => {
    expect(isAnswered([weak], { [NOTE_NAME]: 'Nobody else has it', [WARNED_NAME]: seen })).toBe(true)
    expect(isAnswered([weak, missing], { [NOTE_NAME]: 'Nobody else has it', [WARNED_NAME]: seen })).toBe(false)
    expect(isAnswered([weak], { [NOTE_NAME]: ' ', [WARNED_NAME]: seen })).toBe(false)
    expect(isAnswered([weak], { [NOTE_NAME]: 'Unasked' })).toBe(false)
    expect(isAnswered([weak], { [NOTE_NAME]: 'Forged', [WARNED_NAME]: '{"no":1' })).toBe(false)
  })

  it('stands behind the reason, both in 500 characters', () => {
    expect(joinNote('Restated', 'As printed')).toBe('Restated · As printed')
    expect(joinNote('r'.repeat(300), 'n'.repeat(197))).toHaveLength(500)
    expect(joinNote('r'.repeat(300), 'n'.repeat(198))).toBeNull()
  })
})
