import { openBrowser } from './browser'
import { pages } from './pages'
import type { Site } from './site'

export type FirstLoad = { page: string; scripts: number; bytes: number }

/** The scripts a Chromium without any memory fetches for each type of page, in bytes as they come over the line (gzip). */
export async function measureFirstLoad(site: Site): Promise<FirstLoad[]> {
  const browser = await openBrowser()
  try {
    const loads: FirstLoad[] = []
    for (const [page, address] of Object.entries(pages)) {
      const context = await browser.newContext()
      const tab = await context.newPage()
      const sizes: Promise<number>[] = []
      tab.on('requestfinished', (request) => {
        if (request.resourceType() === 'script')
          sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
      })
      const answer = await tab.goto(site.address + address, { waitUntil: 'networkidle' })
      if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`)
      const bytes = await Promise.all(sizes)
      loads.push({ page, scripts: bytes.length, bytes: bytes.reduce((sum, size) => sum + size, 0) })
      await context.close()
    }
    return loads
  } finally {
    await browser.close()
  }
}
