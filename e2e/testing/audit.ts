import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** One line for each rule a page breaks: where, which, how often, and by what. */
export async function audit(page: Page, path: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.map(({ id, nodes }) => describe(path, id, nodes))
}

/** The same of a page in ink on paper and then in the dark, which changes nothing but colours. */
export async function auditThemes(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await audit(page, path)
  await page.emulateMedia({ colorScheme: 'dark' })
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze()
  return [...light, ...violations.map(({ id, nodes }) => describe(`${path} in the dark`, id, nodes))]
}

function describe(path: string, id: string, nodes: readonly { html: string; any: { message: string }[] }[]): string {
  const [first] = nodes
  return `${path}: ${id}, ${nodes.length} times, as ${first?.html.slice(0, 160)} (${first?.any[0]?.message ?? ''})`
}
