import type { BrowserContext } from '@playwright/test'
import { openBrowser } from './browser'
import { pages } from './pages'
import type { Site } from './site'

/** Scripts as they come over the line (gzip). */
export type Scripts = { files: number; bytes: number }

/** What a page brings by itself, and what it has brought when a reader has pointed at it. */
export type FirstLoad = { page: string; alone: Scripts; used: Scripts }

/** The scripts a Chromium without any memory fetches for each type of page. */
export async function measureFirstLoad(site: Site): Promise<FirstLoad[]> {
  const browser = await openBrowser()
  try {
    const loads: FirstLoad[] = []
    for (const [page, address] of Object.entries(pages)) {
      const context = await browser.newContext()
      loads.push({ page, ...(await measurePage(context, site.address + address)) })
      await context.close()
    }
    return loads
  } finally {
    await browser.close()
  }
}

async function measurePage(context: BrowserContext, address: string): Promise<Omit<FirstLoad, 'page'>> {
  const tab = await context.newPage()
  const sizes: Promise<number>[] = []
  tab.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  const sum = async (): Promise<Scripts> => {
    const bytes = await Promise.all(sizes)
    return { files: bytes.length, bytes: bytes.reduce((one, other) => one + other, 0) }
  }
  const answer = await tab.goto(address, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`)
  const alone = await sum()
  await tab.mouse.move(2, 2)
  await tab.mouse.move(3, 3)
  await tab.waitForTimeout(200)
  await tab.waitForLoadState('networkidle')
  return { alone, used: await sum() }
}
