import { expect } from '@playwright/test'
import { awaken } from './testing/awaken'
import { inLanguage, languages } from './testing/pages'
import { test } from './testing/warm-page'

const CHART = '/debt?indicator=lgd_balance_total&area=CN'
const drawn = [
  '/',
  CHART,
  '/debt?indicator=lgb_issue_new&area=CN&frequency=M',
  '/debt?indicator=lgd_balance_total&chart=map',
  '/debt?indicator=lgd_balance_total&chart=ranking',
]

test('at 400 % a page is one column, and what sticks leaves room to read', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  const faults: string[] = []
  for (const { prefix } of languages) {
    for (const path of ['/debt?area=CN-GZ', '/provinces', CHART, '/areas/CN-GZ'].map((one) =>
      inLanguage(prefix, one),
    )) {
      await page.goto(path)
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
      const { over, stuck } = await page.evaluate(() => {
        const sticking = [...document.querySelectorAll('*')].filter((one) => {
          const { position } = getComputedStyle(one)
          const { top, bottom } = one.getBoundingClientRect()
          return position === 'fixed' || (position === 'sticky' && top < innerHeight && bottom > 0)
        })
        const widest = Math.max(
          0,
          ...sticking.map((one) => one.getBoundingClientRect().width * one.getBoundingClientRect().height),
        )
        return {
          over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          stuck: widest / (innerWidth * innerHeight),
        }
      })
      if (over > 0) faults.push(`${path} is ${over}px too wide`)
      if (stuck > 0.5) faults.push(`${path}: ${Math.round(stuck * 100)} % of the window sticks`)
    }
  }
  expect(faults).toEqual([])
})

test('who wants no motion sees none, nor when a chart is read', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moving: string[] = []
  for (const path of drawn) {
    await page.goto(path)
    await awaken(page)
    const chart = page.getByRole('application').first()
    if ((await chart.count()) > 0) {
      await chart.hover()
      await chart.focus()
      await page.keyboard.press('ArrowLeft')
      await expect(page.locator('.chart-told').first()).toBeVisible()
    }
    const running = await page.evaluate(() =>
      document.getAnimations().map((one) => (one as CSSTransition).transitionProperty ?? 'animation'),
    )
    if (running.length > 0) moving.push(`${path}: ${running.join(', ')}`)
    const smooth = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)
    if (smooth === 'smooth') moving.push(`${path} scrolls smoothly`)
  }
  expect(moving).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in forced colours every word and mark is to be seen, on ${colorScheme} paper`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    const unseen: string[] = []
    for (const path of drawn) {
      await page.goto(path)
      for (const what of await page.evaluate(listUnseen)) unseen.push(`${path}: ${what}`)
    }
    expect(unseen).toEqual([])
  })
}

test('in forced colours the link to where one is is told from the others', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/debt?indicator=lgd_balance_total&area=CN')
  // A browser draws a line that is clear as if it had a colour: what shall not be seen has that of the paper.
  const paper = await page.evaluate(() => {
    const sheet = document.body.appendChild(document.createElement('div'))
    sheet.style.backgroundColor = 'Canvas'
    return getComputedStyle(sheet).backgroundColor
  })
  const links = await page.locator('.menu-link').evaluateAll((all) =>
    all.map((link) => ({
      text: (link as HTMLElement).innerText,
      isCurrent: link.hasAttribute('aria-current'),
      edge: getComputedStyle(link).borderBottomColor,
    })),
  )
  const underlined = links.filter(({ edge }) => edge !== paper).map(({ text }) => text)
  expect(underlined).toEqual(['Debt', 'Over time', 'As published'])
  expect(links.filter(({ isCurrent }) => isCurrent).map(({ text }) => text)).toEqual(underlined)
})

/** Runs in the page: words of drawings whose colour is that of the paper, and drawings without a mark that differs from it. */
function listUnseen(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!canvas) throw new Error('no canvas')
  const measure = (colour: string): number => {
    if (colour === 'none') return Number.NaN
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return alpha === 0 ? Number.NaN : (red * 3 + green * 6 + blue) / 10
  }
  const sheet = document.body.appendChild(document.createElement('div'))
  sheet.style.backgroundColor = 'Canvas'
  const paper = measure(getComputedStyle(sheet).backgroundColor)
  const differs = (colour: string) => Math.abs(measure(colour) - paper) > 60
  const faults: string[] = []
  for (const svg of document.querySelectorAll('main svg:not([aria-hidden])')) {
    for (const text of svg.querySelectorAll('text')) {
      const tile = text.parentElement?.querySelector('rect')
      const ground = tile ? measure(getComputedStyle(tile).fill) : paper
      const ink = measure(getComputedStyle(text).fill)
      if (Math.abs(ink - (Number.isNaN(ground) ? paper : ground)) < 60) faults.push(`«${text.textContent}»`)
    }
    const marks = [...svg.querySelectorAll('path, line, rect, circle, use')]
    const seen = marks.some((mark) => differs(getComputedStyle(mark).stroke) || differs(getComputedStyle(mark).fill))
    if (marks.length > 0 && !seen) faults.push(`a drawing, ${svg.outerHTML.slice(0, 80)}`)
  }
  return faults
}
