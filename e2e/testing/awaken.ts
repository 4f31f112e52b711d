import type { Locator, Page } from '@playwright/test'

/** Points at a page as a reader would who is about to do something, and waits until its scripts are there. */
export async function awaken(page: Page): Promise<void> {
  await page.mouse.move(2, 2)
  await page.mouse.move(3, 3)
  await page.waitForFunction(() => {
    const main = document.querySelector('main') ?? document.body
    return Object.keys(main).some((key) => key.startsWith('__react'))
  })
}

/** Moves a mouse to something. Of a first step alone a browser does not say how far it went, and a hand makes many. */
export async function pointAt(target: Locator): Promise<void> {
  await target.page().mouse.move(1, 1)
  await target.hover()
}
