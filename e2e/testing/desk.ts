import { randomBytes } from 'node:crypto'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { closeDatabase, transact } from '@/db/client'
import { insertPerson } from '@/db/people/people'
import { hashPassword } from '@/db/people/secret'
import type { Role } from '@/domain/permission'
import { type Site, startSite } from './site'

export const PASSWORD = 'Ladle-anvil-82-orchard'

export type Person = { email: string; name: string; id: string }

/**
 * Tests that publish have a record of their own, one for each worker, so that nobody else's page changes under them.
 * `makePerson` gives somebody with an account and {@link PASSWORD}; `editor` is a page signed in as a new editor.
 */
export const test = base.extend<
  { makePerson: (name: string, role?: Role) => Promise<Person>; editor: Page },
  { site: Site }
>({
  site: [
    async ({ browserName }, use) => {
      expect(browserName).toBe('chromium')
      const site = await startSite()
      process.env.DESK_ORIGIN = site.baseUrl
      process.env.DATABASE_URL = site.databaseUrl
      process.env.DATABASE_URL_READER = site.databaseUrlReader
      process.env.DATABASE_URL_DESK = site.databaseUrlDesk
      await use(site)
      await closeDatabase()
      await site.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site.baseUrl),
  makePerson: async ({ site }, use) => {
    expect(site.baseUrl).toContain('localhost')
    await use(async (name, role = 'editor') => {
      const email = `${randomBytes(6).toString('hex')}@example.org`
      const passwordHash = await hashPassword(PASSWORD)
      const id = await transact((transaction) => insertPerson(transaction, { name, email, role, passwordHash }))
      return { email, name, id }
    })
  },
  editor: async ({ page, makePerson }, use) => {
    await signIn(page.context(), await makePerson('Lin Wei'))
    await use(page)
  },
})

/** Signs a browser in by what the form posts; the journey of signing in fills the form itself. */
export async function signIn(context: BrowserContext, { email }: { email: string }, password = PASSWORD) {
  const answer = await context.request.post('/api/sign-in', {
    form: { email, password, language: 'en', to: '' },
    headers: { Origin: process.env.DESK_ORIGIN ?? '' },
    maxRedirects: 0,
  })
  expect(answer.headers().location).toBe('/edit')
}

/** The form of a record, not the one that withdraws it. */
export function getForm(page: Page) {
  return page.getByRole('form', { name: /^(Publish|发布)$/ })
}

export async function giveReason(page: Page, reason: string) {
  await getForm(page)
    .getByLabel(/^(Why is this published\?|发布理由)/)
    .fill(reason)
}

/** Says why what is doubtful is right, once the form has asked; it is sent by {@link publish} again. */
export async function giveNote(page: Page, note: string) {
  await getForm(page)
    .getByLabel(/^(Note on what is unusual|对不同寻常之处的说明)/)
    .fill(note)
}

export async function publish(page: Page) {
  await getForm(page)
    .getByRole('button', { name: /^(Publish|发布)$/ })
    .last()
    .click()
}

/** The number of the newest edition. */
export async function getEdition(page: Page): Promise<number> {
  const answer = await page.request.get('/editions.json')
  return ((await answer.json()) as { edition: number }).edition
}
