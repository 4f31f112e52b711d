import { test as base, type Page } from '@playwright/test'

const AS_AT_FIRST = { colorScheme: null, contrast: null, forcedColors: null, media: null, reducedMotion: null } as const
const WINDOW = { width: 1280, height: 720 }

/**
 * Readers' tests share a `page`, one for each worker (and one without scripts), which comes to each with the window and the
 * media it had at first, nothing kept and nothing allowed: a browser that has read a page before reads the next several
 * times as fast. Only what is set on the page itself stays (scripts at its start, listeners), so who sets that opens a page
 * of their own.
 */
export const test = base.extend<object, { openWarmPage: (javaScriptEnabled: boolean) => Promise<Page> }>({
  openWarmPage: [
    async ({ browser }, use) => {
      const { BASE_URL } = process.env
      const pages = new Map<boolean, Page>()
      await use(async (javaScriptEnabled) => {
        const site = BASE_URL ? { baseURL: BASE_URL } : {}
        const page =
          pages.get(javaScriptEnabled) ??
          (await browser.newPage({ ...site, javaScriptEnabled, locale: 'en-GB', timezoneId: 'UTC', viewport: WINDOW }))
        pages.set(javaScriptEnabled, page)
        return page
      })
      for (const page of pages.values()) await page.context().close()
    },
    { scope: 'worker' },
  ],
  page: async ({ openWarmPage, javaScriptEnabled }, use) => {
    const page = await openWarmPage(javaScriptEnabled ?? true)
    await use(page)
    if (javaScriptEnabled && page.url().startsWith('http')) await page.evaluate(() => localStorage.clear())
    await page.context().clearCookies()
    await page.mouse.move(0, 0)
    await page.context().clearPermissions()
    await page.emulateMedia(AS_AT_FIRST)
    await page.setViewportSize(WINDOW)
  },
  context: ({ page }, use) => use(page.context()),
})
