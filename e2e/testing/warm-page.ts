import { test as base, type Page } from '@playwright/test'

const AS_AT_FIRST = { colorScheme: null, contrast: null, forcedColors: null, media: null, reducedMotion: null } as const

/**
 * Tests that only read share a `page`, one for each worker, which comes to each with the window and media it had at first:
 * a browser that has read a page before reads the next several times as fast. What a test keeps in the browser (cookies,
 * storage, scripts of its own) is the next one's as well, so one that keeps something takes a page of its own.
 */
export const test = base.extend<object, { warmPage: Page }>({
  warmPage: [
    async ({ browser }, use) => {
      const { BASE_URL } = process.env
      const page = await browser.newPage({
        ...(BASE_URL ? { baseURL: BASE_URL } : {}),
        locale: 'en-GB',
        timezoneId: 'UTC',
      })
      await use(page)
      await page.context().close()
    },
    { scope: 'worker' },
  ],
  page: async ({ warmPage }, use) => {
    const size = warmPage.viewportSize()
    await use(warmPage)
    await warmPage.emulateMedia(AS_AT_FIRST)
    if (size) await warmPage.setViewportSize(size)
  },
})
