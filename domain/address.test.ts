import { describe, expect, test } from 'vitest'
import {
  formatAddress,
  formatEditionSegment,
  fromViewSegment,
  parseAddress,
  parseEditionSegment,
  parsePath,
  toViewSegment,
} from './address'
import { formatFilePath, formatPagePath, parseInternalPath } from './internal-address'

describe('paths', () => {
  test.each([
    ['/', { language: 'en', page: 'home' }],
    ['/zh', { language: 'zh', page: 'home' }],
    ['/@128', { language: 'en', pinned: 128, page: 'home' }],
    ['/zh/@128/debt', { language: 'zh', pinned: 128, page: 'debt' }],
    ['/debt.csv', { language: 'en', page: 'debt', format: 'csv' }],
    ['/zh/debt.xlsx', { language: 'zh', page: 'debt', format: 'xlsx' }],
    ['/editions.atom', { language: 'en', page: 'editions', format: 'atom' }],
    ['/@3/debt.json', { language: 'en', pinned: 3, page: 'debt', format: 'json' }],
    [
      '/debt/lgb_issue_total.CN.2024-07.M.official',
      { language: 'en', page: 'debt', id: 'lgb_issue_total.CN.2024-07.M.official' },
    ],
    ['/debt/a.CN.2024.A.official.json', { language: 'en', page: 'debt', id: 'a.CN.2024.A.official', format: 'json' }],
    ['/areas/210000-X', { language: 'en', page: 'areas', id: '210000-X' }],
  ])('%s', (path, meant) => {
    expect(parsePath(path)).toEqual(meant)
  })

  test('the page of an edition is read in parts; its file and every other record are whole', () => {
    const read = (path: string, query: string) => parseAddress(path, new URLSearchParams(query))?.view
    expect(read('/editions/4', '')).toEqual({ page: 1, ignored: [] })
    expect(read('/zh/@4/editions/4', 'page=12')).toEqual({ page: 12, ignored: [] })
    expect(read('/editions/4', 'sort=n')).toEqual({ page: 1, ignored: ['other'] })
    expect(read('/editions/4.json', 'page=2')).toEqual({ ignored: ['other'] })
    expect(read('/areas/CN-GZ', 'page=2')).toEqual({ ignored: ['other'] })
    const address = { language: 'en' as const, page: 'editions' as const, id: '4', view: { page: 2, ignored: [] } }
    expect(formatAddress(address)).toBe('/editions/4?page=2')
    expect(formatAddress({ ...address, format: 'json' })).toBe('/editions/4.json')
    expect(fromViewSegment(address, toViewSegment(address))).toEqual(address.view)
  })

  test.each([
    '/nothing',
    '/home',
    '/@0',
    '/@01/debt',
    '/@9999999999',
    '/@x',
    '/about.json',
    '/about.atom',
    '/areas/CN.xlsx',
    '/areas/CN.atom',
    '/debt/a/b',
    '/debt/ä',
    '/zh/zh',
    '/__proto__',
    '/constructor',
    '/toString.json',
  ])('%s is no address', (path) => {
    expect(parsePath(path)).toBeNull()
  })
})

describe('addresses', () => {
  test.each([
    '/',
    '/zh/debt?area=CN-GZ',
    '/@4/debt.csv?indicator=gdp&area=CN',
    '/mentions?q=%E7%92%A7%E5%B1%B1',
    '/areas/CN-GZ',
  ])('%s is canonical', (address) => {
    const { pathname, searchParams } = new URL(address, 'http://site.example')
    const parsed = parseAddress(pathname, searchParams)
    expect(parsed && formatAddress(parsed)).toBe(address)
  })

  test('a query on a page of one record is named as not understood', () => {
    const parsed = parseAddress('/areas/CN-GZ', new URLSearchParams('area=CN'))
    expect(parsed && formatAddress(parsed)).toBe('/areas/CN-GZ?ignored=other')
  })

  test('the internal address and back', () => {
    const address = parseAddress('/zh/@4/mentions', new URLSearchParams('q=璧山 ä+/='))
    if (!address) throw new Error('not read')
    const segment = toViewSegment(address)
    expect(segment).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(fromViewSegment(address, segment)).toEqual(address.view)
    expect(parseInternalPath(`/zh/4-9/mentions/${segment}`)).toEqual(address)
    expect(parseInternalPath('/en/4/debt/-')).toEqual(parseAddress('/debt', new URLSearchParams()))
    expect(parseInternalPath(`/zh/4-9.2/mentions/${segment}`)).toEqual(address)
    expect(parseInternalPath('/debt')).toBeNull()
    expect(parseInternalPath('/en/4/nothing/-')).toBeNull()
  })

  test.each([
    ['/', '/en/9/home/-'],
    ['/zh/areas/CN-GZ', '/zh/9/areas/-/CN-GZ'],
    ['/debt?page=11', '/en/unkept/9/debt/cGFnZT0xMQ'],
    ['/zh/@4/mentions', '/zh/4-9/mentions/-'],
    ['/@4/debt.csv', '/files/4/csv/debt/-'],
    ['/zh/@4/debt.xlsx', '/workbooks/zh/4/debt/-'],
    ['/@4/debt.atom', '/feeds/en/4-4/debt/-'],
    ['/zh/debt.svg', '/pictures/zh/9/svg-light-large/debt/-'],
    ['/embed/@4/debt?page=11', '/embeds/en/4-4/embed-auto-large/debt/cGFnZT0xMQ'],
  ])('%s is drawn at %s while 9 is current', (typed, internal) => {
    const { pathname, searchParams } = new URL(typed, 'http://site.example')
    const address = parseAddress(pathname, searchParams)
    if (!address) throw new Error('not read')
    const format = address.format ? formatFilePath : formatPagePath
    expect(format(address, { edition: address.pinned ?? 9, current: 9 })).toBe(internal)
  })

  test('editions', () => {
    for (const edition of [
      { edition: 128, current: 128, pinned: false },
      { edition: 128, current: 141, pinned: true },
      { edition: 128, current: 128, pinned: false, redactions: 2 },
      { edition: 128, current: 141, pinned: true, redactions: 1 },
    ]) {
      expect(parseEditionSegment(formatEditionSegment(edition))).toEqual(edition)
    }
    expect(parseEditionSegment('0')).toBeNull()
    expect(parseEditionSegment('4.0')).toBeNull()
    const none = { edition: 4, current: 9, pinned: true, redactions: 0 }
    expect(formatEditionSegment(none)).toBe('4-9')
    expect(formatEditionSegment({ ...none, redactions: 3 })).toBe('4-9.3')
  })
})
