import { type Browser, expect, type Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { transact } from '@/db/client'
import { auditThemes, measureOverflow } from './testing/audit'
import { getEdition, giveReason, type Person, publish, signIn, test } from './testing/desk'

const NAME = 'Zhang Sanfeng'
const RECORD = 'm-07'

async function enter(browser: Browser, baseURL: string | undefined, person: Person, options = {}): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), ...options })
  await signIn(context, person)
  return context.newPage()
}

async function writeNote(page: Page, note: string) {
  await page.goto(`/edit/mention/${RECORD}`)
  await page.getByLabel('Note').first().fill(note)
  await giveReason(page, 'More is known')
  await publish(page)
  await expect(page).toHaveURL(`/mentions/${RECORD}`)
}

async function ask(page: Page, field: string, reason: string) {
  await page.getByRole('checkbox', { name: field, exact: true }).check()
  await page.getByLabel('Public reason').fill(reason)
  await page.getByRole('button', { name: 'Ask for the redaction' }).click()
}

test('two admins take a name out of every page and file, live and pinned, kept and asked for again', async ({
  editor,
  browser,
  baseURL,
  makePerson,
}) => {
  const ann = await enter(browser, baseURL, await makePerson('Ann Asks', 'admin'))
  const bob = await enter(browser, baseURL, await makePerson('Bob Confirms', 'admin'))
  await writeNote(editor, `Heard from ${NAME}`)
  const edition = await getEdition(editor)
  await writeNote(editor, `Heard from ${NAME}, twice`)
  const pages = [
    ...[`/mentions/${RECORD}`, `/zh/mentions/${RECORD}`, `/@${edition}/mentions/${RECORD}`],
    ...[`/zh/@${edition}/mentions/${RECORD}`, `/editions/${edition}`, `/@${edition + 1}/editions/${edition + 1}`],
  ]
  const files = [
    ...[`/mentions/${RECORD}.json`, '/mentions.json', '/mentions.csv', '/zh/mentions.xlsx'],
    ...[`/@${edition}/mentions/${RECORD}.json`, `/@${edition}/mentions.csv`, `/editions/${edition}.json`],
  ]
  const tags = new Map<string, string>()
  for (const address of [...pages, ...files]) {
    const answer = await editor.request.get(address)
    if (!address.endsWith('.xlsx')) expect(await answer.text(), address).toContain(NAME)
    tags.set(address, answer.headers().etag ?? '')
  }
  for (const address of files) {
    const again = await editor.request.get(address, { headers: { 'If-None-Match': tags.get(address) ?? '' } })
    expect(again.status(), `${address} is not sent again`).toBe(304)
  }

  await ann.goto(`/edit/mention/${RECORD}`)
  await ann.getByRole('link', { name: 'Redact', exact: true }).click()
  await expect(ann.getByRole('heading', { level: 1 })).toHaveText(`Redact: ${RECORD}`)
  await ask(ann, 'Note', `${NAME} asked us to`)
  await expect(ann.locator('#redact').getByRole('alert')).toContainText('The reason repeats what is to be redacted')
  await expect(ann.getByRole('checkbox', { name: 'Note', exact: true })).toBeChecked()
  await ask(ann, 'Note', 'A private person was named')
  await expect(ann).toHaveURL('/edit/redactions')
  await expect(ann.getByRole('button', { name: `Redact for good: ${RECORD}` })).toHaveCount(0)
  expect(await getEdition(editor)).toBe(edition + 1)

  await bob.goto('/edit/redactions')
  expect(await auditThemes(bob, '/edit/redactions')).toEqual([])
  expect(await measureOverflow(bob)).toBe(0)
  await bob.getByRole('button', { name: `Redact for good: ${RECORD}` }).click()
  await expect(bob).toHaveURL(`/editions/${edition + 2}`)
  const said = bob.locator('main')
  await expect(said).toContainText('A private person was named')
  await expect(said).toContainText('by Ann Asks')
  await expect(said).toContainText('reviewed by Bob Confirms')
  await expect(said.locator(`[data-change="${RECORD}"]`)).toContainText('Redacted in every version: Note')

  for (const address of [...pages, ...files]) {
    const answer = await editor.request.get(address, { headers: { 'If-None-Match': tags.get(address) ?? '' } })
    expect(answer.status(), address).toBe(200)
    const text = await answer.text()
    expect(text, address).not.toContain(NAME)
    const mark = address.startsWith('/zh') ? '为保护隐私已隐去' : 'Redacted for privacy'
    if (!address.endsWith('.xlsx')) expect(text, address).toContain(pages.includes(address) ? mark : '[redacted]')
  }
  await editor.goto(`/@${edition}/mentions/${RECORD}`)
  expect(await auditThemes(editor, 'a pinned page with a mark')).toEqual([])
  await expect(editor.locator('dd[data-field=note]')).toHaveText('Redacted for privacy')
  await editor
    .locator('[data-redactions]')
    .getByRole('link', { name: `Edition ${edition + 2}` })
    .click()
  await expect(editor).toHaveURL(`/editions/${edition + 2}`)
  await editor.goto(`/search?q=${encodeURIComponent(NAME)}`)
  await expect(editor.locator('main')).not.toContainText('Heard from')
  await expect(editor.locator(`a[href="/mentions/${RECORD}"]`)).toHaveCount(0)
  await editor.goto(`/edit/mention/${RECORD}`)
  await expect(editor.getByRole('link', { name: 'Redact', exact: true })).toHaveCount(0)
})

test('without JavaScript, in Chinese: asked for, refused to who proved nothing lately, and taken back', async ({
  browser,
  baseURL,
  makePerson,
}) => {
  const person = await makePerson('Ann Asks', 'admin')
  const page = await enter(browser, baseURL, person, { javaScriptEnabled: false })
  const edition = await getEdition(page)
  await page.goto('/zh/edit/mention/m-08/redact')
  await page.getByRole('button', { name: '申请遮蔽' }).focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('涉及个人隐私')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '申请遮蔽' }).click()
  await expect(page.getByRole('alert')).toContainText('请至少选择一个字段')
  await expect(page.getByLabel('公开理由')).toHaveValue(/涉及个人隐私/)
  await page.getByRole('checkbox', { name: '摘要' }).check()
  await transact((transaction) =>
    transaction.execute(sql`update desk.session set proved_at = now() - interval '1 hour' where "user" = ${person.id}`),
  )
  await page.getByRole('button', { name: '申请遮蔽' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '/edit/prove')
  await transact((transaction) =>
    transaction.execute(sql`update desk.session set proved_at = now() where "user" = ${person.id}`),
  )
  await page.goto('/zh/edit/mention/m-08/redact')
  await page.getByRole('checkbox', { name: '摘要' }).check()
  await page.getByLabel('公开理由').fill('涉及个人隐私')
  await page.getByRole('button', { name: '申请遮蔽' }).click()
  await expect(page).toHaveURL('/zh/edit/redactions')
  await expect(page.getByText('您的申请须由另一名管理员确认')).toBeVisible()
  await page.getByRole('button', { name: '收回：m-08' }).click()
  await expect(page.getByRole('table', { name: '已决定' })).toContainText('由Ann Asks收回')
  expect(await getEdition(page)).toBe(edition)
})
