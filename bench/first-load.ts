import { chromium } from '@playwright/test'
import { ensureBrowser } from '@/scripts/browser.mjs'
import type { Site } from './site'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One address per type of page. */
const PAGES = {
  home: '/',
  table: '/debt?area=CN-GZ',
  'table with a chart': '/debt?indicator=lgd_balance_special&area=CN-CQ&area=CN-GZ',
  figure: '/debt/lgd_limit_special.CN-HE.2026.A.official',
  place: '/areas/CN-GZ',
  editions: '/editions',
  about: '/about',
  Chinese: '/zh/debt',
  'sign-in': '/sign-in',
} as const

export type FirstLoad = { page: string; scripts: number; bytes: number }

/** The scripts a Chromium without any memory fetches for each type of page, in bytes as they come over the line (gzip). */
export async function measureFirstLoad(site: Site): Promise<FirstLoad[]> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: FLAGS })
  try {
    const loads: FirstLoad[] = []
    for (const [page, address] of Object.entries(PAGES)) {
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
