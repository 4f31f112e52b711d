import { describe, expect, test } from 'vitest'
import { formatView, getBounds, parseView } from './view'

const parse = (query: string) => parseView('debt', new URLSearchParams(query))
const canonical = (query: string) => formatView('debt', parse(query))

describe('the codec of a view', () => {
  test.each([
    ['area=CN-GZ&indicator=lgb_issue_total', 'indicator=lgb_issue_total&area=CN-GZ'],
    ['area=CN-GZ&area=CN-CQ&area=CN-GZ', 'area=CN-CQ&area=CN-GZ'],
    ['area=&from=&sort=-period&page=1', ''],
    ['sort=value&page=3', 'sort=value&page=3'],
    ['utm_source=x&fbclid=1&gclid=2&spm=a&isappinstalled=0&from=singlemessage', ''],
    ['from=timeline&from=2024', 'from=2024'],
    ['frequency=YTD&frequency=A', 'frequency=A&frequency=YTD'],
    ['status=official&status=nonsense', 'status=official&ignored=status'],
    ['from=2024-13', 'ignored=from'],
    ['unheard=of', 'ignored=other'],
    ['__proto__=1&constructor=2', 'ignored=other'],
    ['page=0', 'ignored=page'],
    ['page=1e3', 'ignored=page'],
    ['sort=nothing', 'ignored=sort'],
    ['area=a%00b', 'ignored=area'],
    ['ignored=area&ignored=nonsense', 'ignored=area'],
  ])('%s is spelled %s', (given, spelled) => {
    expect(canonical(given)).toBe(spelled)
    expect(canonical(spelled)).toBe(spelled)
  })

  test('takes at most 60 values of a key and says so', () => {
    const many = Array.from({ length: 61 }, (_, at) => `area=${100 + at}`).join('&')
    const view = parse(many)
    expect(view.area).toHaveLength(60)
    expect(view.ignored).toEqual(['area'])
  })

  test('free text is NFKC, trimmed, in one spacing, and bounded', () => {
    const q = (text: string) => parseView('mentions', new URLSearchParams({ q: text }))
    expect(q('  ｐｏｔ   and\tiron ').q).toBe('pot and iron')
    expect(q('x'.repeat(100)).ignored).toEqual([])
    expect(q('x'.repeat(101))).toMatchObject({ q: undefined, ignored: ['q'] })
  })
})

describe('bounds', () => {
  test.each([
    [{ from: '2024' }, { first: '2024-01-01' }],
    [{ from: '2024-07' }, { first: '2024-07-01' }],
    [{ from: '2024-07-15' }, { first: '2024-07-15' }],
    [{ to: '2024' }, { last: '2024-12-31' }],
    [{ to: '2024-02' }, { last: '2024-02-29' }],
    [
      { from: '2023', to: '2024-06-30' },
      { first: '2023-01-01', last: '2024-06-30' },
    ],
    [{}, {}],
  ])('%o select periods that end within %o', (view, days) => {
    expect(getBounds(view)).toEqual(days)
  })
})
