import { expect, type Page } from '@playwright/test'
import { auditTargets, leaveAlike } from './testing/audit'
import { awaken } from './testing/awaken'
import { inLanguage, languages, tables } from './testing/pages'
import { test } from './testing/warm-page'

const SPECIAL = 'indicator=lgd_balance_special'
const measured = [
  '/',
  ...tables,
  `/debt?${SPECIAL}`,
  `/debt?${SPECIAL}&chart=ranking`,
  `/debt?${SPECIAL}&area=CN-GZ&measure=use`,
  `/@2/debt?${SPECIAL}&area=CN-GZ`,
  '/areas/CN-GZ',
  '/checks',
  `/embed/debt?${SPECIAL}&area=CN-GZ&area=CN-YN`,
]

test.describe.configure({ timeout: 240_000 })

for (const { prefix } of languages) {
  test(`no figure, and no cell of a table of records, is cut off in a narrow window (${prefix || '/en'})`, async ({
    page,
  }) => {
    const faults: string[] = []
    for (const path of measured.map((one) => inLanguage(prefix, one).replace('/zh/embed', '/embed/zh'))) {
      await page.setViewportSize({ width: 320, height: 700 })
      await page.goto(path)
      for (const width of [320, 360, 390, 768]) {
        await page.setViewportSize({ width, height: 700 })
        for (const fault of await page.evaluate(listClipped)) faults.push(`${path} at ${width}: ${fault}`)
      }
    }
    expect(faults).toEqual([])
  })
}

/** Pages by how they lay out what leads somewhere; the texts of Chinese figures are shorter. */
const tapped = [
  '/',
  '/areas/CN-GZ',
  '/zh',
  '/zh/areas/CN-GZ',
  `/debt?${SPECIAL}&chart=ranking`,
  '/provinces',
  '/mentions',
].concat(['/sources', '/editions', '/checks', '/search?q=debt', '/compare?area=CN-GZ&area=CN-YN', '/about'])

test('what is to be tapped in a narrow window is large enough or stands apart', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const faults: string[] = []
  for (const path of tapped) {
    await page.goto(path)
    await leaveAlike(page)
    faults.push(...(await auditTargets(page, path)))
  }
  expect(faults).toEqual([])
})

/** Runs in the page: cells whose text goes beyond what is seen of it as the page comes, or lies under another cell. */
function listClipped(): string[] {
  const faults: string[] = []
  for (const cell of document.querySelectorAll('table :is(td, th)')) {
    const isFigure = cell.matches('.text-end, .n, .claim-scale') || /^[\d,.]+%?$/.test(cell.textContent ?? '')
    if (!isFigure && !cell.closest('.ledger-block')) continue
    // Where each figure of a row bears its head, the row of heads is there for the ear alone.
    if (getComputedStyle(cell.closest('thead') ?? cell).position === 'absolute') continue
    for (const box of listTextBoxes(cell)) {
      const room = { left: 0, right: document.documentElement.clientWidth }
      for (let node: Element | null = cell; node; node = node.parentElement) {
        const { overflowX } = getComputedStyle(node)
        const { left, right } = node.getBoundingClientRect()
        if (node !== cell && overflowX === 'visible') continue
        room.left = Math.max(room.left, left)
        room.right = Math.min(room.right, right)
      }
      const lost = Math.max(room.left - box.left, box.right - room.right)
      if (lost > 1) faults.push(`«${cell.textContent?.trim().slice(0, 24)}» loses ${Math.round(lost)}px`)
    }
  }
  for (const figure of document.querySelectorAll('.findings dd')) {
    if (figure.scrollWidth > figure.clientWidth) faults.push(`«${figure.textContent}» is wider than its column`)
  }
  return [...new Set(faults)].slice(0, 5)

  function listTextBoxes(cell: Element): DOMRect[] {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    const boxes: DOMRect[] = []
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode
      if (!parentElement?.checkVisibility() || parentElement.closest('.sr-only')) continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      boxes.push(...range.getClientRects())
    }
    return boxes
  }
}

test('a window as narrow as a phone has no box to scroll down in', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const boxes: string[] = []
  for (const path of [...tables, `/@2/debt?${SPECIAL}`, '/areas/CN-GZ', '/checks']) {
    await page.goto(path)
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((one) => one.scrollHeight > one.clientHeight + 1)
        .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY))
        .map((one) => `${one.className} holds ${one.scrollHeight}px`),
    )
    boxes.push(...found.map((one) => `${path}: ${one}`))
  }
  expect(boxes).toEqual([])
})

for (const { prefix } of languages) {
  test(`a shared chart is in sight on a phone, in the order of the keyboard (${prefix || '/en'})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(inLanguage(prefix, `/debt?${SPECIAL}&area=CN-GZ`))
    const chart = await page.getByRole('figure').first().boundingBox()
    expect(chart?.y).toBeLessThan(600)
    await expect(page.getByRole('form')).toBeHidden()
    expect(await listOutOfOrder(page)).toEqual([])
    await page.locator('.filter-fold > summary').press('Enter')
    await expect(page.getByRole('form')).toBeVisible()
    expect(await listOutOfOrder(page)).toEqual([])
  })
}

/** What the keyboard reaches in `main` before something that ends above where it begins. */
function listOutOfOrder(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, summary)')]
      .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !one.closest('svg, .ledger'))
      .map((one) => ({ text: one.innerText || one.tagName, box: one.getBoundingClientRect() }))
    return stops.flatMap(({ text, box }, at) => {
      const next = stops[at + 1]
      return next && next.box.bottom <= box.top ? [`${text} comes before ${next.text}, which is above it`] : []
    })
  })
}

test('without scripts the filters of a phone open and are sent', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${baseURL}/debt?${SPECIAL}`)
  await page.locator('.filter-fold > summary').click()
  await page.getByLabel('From', { exact: true }).fill('2024')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(`${baseURL}/debt?${SPECIAL}&from=2024`)
  await context.close()
})

for (const [how, leave] of [
  [
    'goes to a record and back',
    async (page: Page) => void (await page.locator('tbody tr').nth(31).locator('th a').click()),
  ],
  ['loads the page again', null],
] as const)
  test(`who ${how} finds the row where they were`, async ({ browser, baseURL }) => {
    const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const page = await browser.newPage({ ...options, ...(baseURL ? { baseURL } : {}) })
    await page.goto('/@4/debt')
    await awaken(page)
    const row = page.locator('tbody tr').nth(30)
    // By wheel, as far as it takes: rows find their heights on the way.
    for (let at = 0; at < 60 && ((await row.boundingBox())?.y ?? 0) > 300; at += 1) {
      await page.mouse.wheel(0, 250)
      await page.waitForTimeout(30)
    }
    const readTop = async () => Math.round((await row.boundingBox())?.y ?? -1)
    const before = await readTop()
    expect(before).toBeGreaterThan(0)
    if (leave) {
      await leave(page)
      await expect(page).toHaveURL(/indicators/)
      await page.goBack()
      await expect(page).toHaveURL(/debt$/)
    } else await page.reload()
    await expect.poll(async () => Math.abs((await readTop()) - before)).toBeLessThan(40)
    await page.close()
  })
