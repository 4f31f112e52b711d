import { describe, expect, test } from 'vitest'
import { formatAddress, listFileFormats, parseAddress, parsePath } from './address'

function read(address: string) {
  const { pathname, searchParams } = new URL(address, 'http://record.test')
  return parseAddress(pathname, searchParams)
}

describe('drawn forms', () => {
  test.each([
    ['/debt.svg', { language: 'en', page: 'debt', format: 'svg' }],
    ['/zh/@4/debt.png', { language: 'zh', pinned: 4, page: 'debt', format: 'png' }],
    ['/home.card.png', { language: 'en', page: 'home', format: 'card' }],
    ['/@4/debt.card.png', { language: 'en', pinned: 4, page: 'debt', format: 'card' }],
    ['/zh/@4/areas/CN-GZ.card.png', { language: 'zh', pinned: 4, page: 'areas', id: 'CN-GZ', format: 'card' }],
    ['/about.card.png', { language: 'en', page: 'about', format: 'card' }],
    ['/embed/debt', { language: 'en', page: 'debt', format: 'embed' }],
    ['/embed/zh/@4/mentions', { language: 'zh', pinned: 4, page: 'mentions', format: 'embed' }],
  ])('%s', (path, meant) => {
    expect(parsePath(path)).toEqual(meant)
    expect(formatAddress({ ...meant, view: { ignored: [] } } as Parameters<typeof formatAddress>[0])).toBe(path)
  })

  test.each([
    '/embed',
    '/embed/about',
    '/embed/debt.csv',
    '/embed/areas/CN',
    '/zh/embed/debt',
    '/home.png',
    '/about.svg',
  ])('%s is no address', (path) => {
    expect(parsePath(path)).toBeNull()
  })

  test.each([
    ['/debt.png?size=small&area=CN&theme=dark', '/debt.png?area=CN&theme=dark&size=small'],
    ['/debt.svg?theme=light&size=large', '/debt.svg'],
    ['/embed/debt?theme=auto', '/embed/debt'],
    ['/embed/debt?theme=light&area=CN', '/embed/debt?area=CN&theme=light'],
  ])('%s is spelled %s', (typed, canonical) => {
    const address = read(typed)
    expect(address?.view.ignored).toEqual([])
    expect(address && formatAddress(address)).toBe(canonical)
  })

  test.each([
    ['/debt.png?theme=sepia', ['theme']],
    ['/debt.svg?size=huge&theme=dark', ['size']],
    ['/debt.png?theme=dark&theme=light', ['theme']],
    ['/embed/debt?size=small', ['other']],
    ['/debt.card.png?theme=dark', ['other']],
    ['/debt.json?theme=dark', ['other']],
    ['/debt?theme=dark', ['other']],
  ])('%s is not understood', (typed, ignored) => {
    expect(read(typed)?.view.ignored).toEqual(ignored)
  })

  test('are offered where there is a chart', () => {
    expect(listFileFormats({ page: 'debt' })).toEqual(expect.arrayContaining(['csv', 'svg', 'png']))
    expect(listFileFormats({ page: 'debt', id: 'a.CN.2024.A.official' })).not.toContain('png')
    expect(listFileFormats({ page: 'mentions' })).not.toContain('svg')
    expect(listFileFormats({ page: 'debt' })).not.toContain('card')
  })
})
