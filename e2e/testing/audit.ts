import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { Result, RunOptions } from 'axe-core'
import { awaken } from './awaken'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All that a theme can break, for it changes nothing but colours. */
const COLOURS = ['color-contrast', 'link-in-text-block']
/** So many rows of one make are read: what neighbours do to each other shows in two. */
const ALIKE_MOST = 2

/** One line for each rule a page breaks: where, which, how often, and by what. */
export async function audit(page: Page, path: string): Promise<string[]> {
  return describe(path, await run(page, { runOnly: { type: 'tag', values: EVERYTHING } }))
}

/** What on a page is too small, or too close to another, for a finger. */
export async function auditTargets(page: Page, path: string): Promise<string[]> {
  return describe(path, await run(page, { runOnly: { type: 'rule', values: ['target-size'] } }))
}

/** Everything of a page in ink on paper and then in the dark. The page is not to be used after it. */
export async function auditThemes(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await leaveAlike(page)
  const light = await audit(page, path)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await run(page, { runOnly: { type: 'rule', values: COLOURS } })
  return [...light, ...describe(`${path} in the dark`, dark)]
}

/**
 * Leaves of the rows of each table, list and choice that are made alike (the same elements with the same
 * attributes and classes, empty or not) the first two: the others are drawn by the same code, and a page of a hundred rows
 * takes axe ten times as long. The page is not to be used after it.
 */
export async function leaveAlike(page: Page): Promise<void> {
  await awaitHydration(page)
  await page.evaluate((most) => {
    const outline = (row: Element) => [row, ...row.querySelectorAll('*')].map(describeElement).join()
    const describeElement = (one: Element) => {
      const names = one.getAttributeNames().filter((name) => one.getAttribute(name) !== '')
      const values = ['class', 'role', 'lang', 'style'].map((name) => one.getAttribute(name))
      return [one.tagName, one.textContent?.trim() === '', ...names, ...values].join(' ')
    }
    for (const list of document.querySelectorAll('tbody, ul, ol, select, optgroup, datalist')) {
      const seen = new Map<string, number>()
      for (const row of [...list.children]) {
        const make = outline(row)
        const count = (seen.get(make) ?? 0) + 1
        seen.set(make, count)
        if (count > most) row.remove()
      }
    }
  }, ALIKE_MOST)
}

/** What is taken out of a page before React has taken it over comes back with it. */
async function awaitHydration(page: Page): Promise<void> {
  if ((await page.locator('script[src]').count()) > 0) await awaken(page)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(null), { timeout: 1_000 })))
}

/** How many pixels a page is too wide for the narrowest phone, which is also a window at 400 %. */
export async function measureOverflow(page: Page): Promise<number> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 700 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (size) await page.setViewportSize(size)
  return over
}

/** axe in the page itself: no page of the record has a frame, and one of another site is read as a page of its own. */
async function run(page: Page, options: RunOptions): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async (own) => {
    const { violations } = await window.axe.run(document, {
      ...own,
      resultTypes: ['violations'],
      preload: false,
    })
    return violations
  }, options)
}

function describe(path: string, violations: readonly Result[]): string[] {
  return violations.map(({ id, nodes }) => {
    const [first] = nodes
    return `${path}: ${id}, ${nodes.length} times, as ${first?.html.slice(0, 160)} (${first?.any[0]?.message ?? ''})`
  })
}

declare global {
  interface Window {
    axe: typeof import('axe-core')
  }
}
