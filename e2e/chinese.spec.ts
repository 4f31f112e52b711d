import { expect, type Page } from '@playwright/test'
import { addresses, inLanguage } from './testing/pages'
import { test } from './testing/warm-page'

/** What is written so in Chinese as well: names of standards, formats, licences and of this record. */
const SHARED =
  /\b(Pot & Iron|ISO|GB\/T|CC BY|BibTeX|JavaScript|WCAG|axe|AA?|PNG|CSV|SDMX|LGFV|Bishan|GDP|IMF|JSON|json|csv|xlsx|svg|png|atom|UNIT_MULT|UNIT_MEASURE|AP|FutureCFO|Wind|SHA-256)\b/g

const more = [
  '/zh/compare?area=150300&area=CN-GZ',
  '/zh/areas/CN',
  '/zh/areas/520200',
  '/zh/areas/500120',
  '/zh/areas/210000-X',
  '/zh/debt?indicator=lgd_balance_total&area=CN',
  '/zh/debt?indicator=lgd_balance_special&chart=map',
  '/zh/search?q=%E7%92%A7%E5%B1%B1',
]

/** The words are in the HTML, so nothing of it is run. */
test.describe('as it is sent', () => {
  test.use({ javaScriptEnabled: false })

  for (const path of [...addresses.map((address) => inLanguage('/zh', address)), ...more]) {
    test(`no English word of the interface stands on ${path}`, async ({ page }) => {
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
      expect([...new Set(await listLatin(page))]).toEqual([])
    })
  }
})

/**
 * Texts and labels with Latin words that nothing marks as English: not within `lang="en"`, nor an id or code, an address
 * of the web, an input of the reader, or a name that is shared.
 */
async function listLatin(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    // A title cannot be marked: what it repeats of the heading is judged there.
    const heading = (document.querySelector('h1 [lang]') ?? document.querySelector('h1'))?.textContent ?? ''
    const found: string[] = [document.title.replace(heading, '')]
    const isMarked = (element: Element | null) =>
      element === null || element.closest('[lang]:not([lang^="zh"]), code, script, style, title, [data-share]') !== null
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!isMarked(node.parentElement)) found.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (isMarked(element)) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '')
    }
    return found
  })
  return texts
    .map((text) =>
      text
        .replace(/https?:\/\/\S+|\.(json|csv|xlsx|svg|png|atom)\b|\b[a-z0-9]+(?:[-_.][A-Za-z0-9-]+)+\b/g, '')
        .replace(/\bCN(-[A-Z]{2})?\b/g, ''),
    )
    .filter((text) => /[A-Za-z]{2,}/.test(text.replace(SHARED, '')))
    .map((text) => text.trim().slice(0, 80))
}

test('amounts, dates and ranges are written as Chinese writes them', async ({ page }) => {
  await page.goto('/zh/areas/CN-GZ')
  await expect(page.locator('[data-lead]')).toHaveText(
    '2025年12月31日，贵州省政府法定债务余额为1.94万亿元。当年限额使用率为92.4%。占2024年12月31日全国数的3.7%。',
  )
  await expect(page.getByRole('region', { name: '历次债券发行' })).toContainText('2026年1—5月')
  await page.goto('/zh')
  await expect(page.getByText(/^数据时点：2023年3月31日至2026年5月31日。$/)).toBeVisible()
})

test('lines break as Chinese breaks them, in a type that has its characters', async ({ page }) => {
  await page.goto('/zh')
  const style = await page
    .locator('main p')
    .first()
    .evaluate((element) => {
      const { lineBreak, wordBreak, fontFamily } = getComputedStyle(element)
      return { lineBreak, wordBreak, fontFamily }
    })
  expect(style).toMatchObject({ lineBreak: 'strict', wordBreak: 'normal' })
  expect(style.fontFamily).toMatch(/^"?PingFang SC/)
  const head = await page.locator('h1').evaluate((element) => getComputedStyle(element).fontFamily)
  expect(head).toMatch(/^"?Noto Serif CJK SC/)
})

test('every quotation says in which language it is', async ({ page }) => {
  await page.goto('/zh/mentions')
  const quoted = page.getByText('selling the pot', { exact: false })
  const languages = await quoted.evaluateAll((all) => all.map((one) => one.closest('[lang]')?.getAttribute('lang')))
  expect(languages.length).toBeGreaterThan(5)
  expect(new Set(languages)).toEqual(new Set(['en']))
})
