import { writeFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { signIn, test } from './testing/desk'

const SOURCE = 's-seed'
const FILES = `/edit/source/${SOURCE}/files`

const drawPhoto = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '26/1 38/1 0/1' } })
    .jpeg()
    .toBuffer()

/** A file of its own content, or one on the disk: what is large goes to the browser faster so. */
type Upload = { name: string; mimeType: string; buffer: Buffer } | string

async function send(page: Page, file: Upload, { reason = 'A photo of the notice', access = 'public' } = {}) {
  const form = page.locator('form#add')
  await form.getByLabel('Why').fill(reason)
  await form.getByLabel('Who may open it').selectOption(access)
  await form.getByLabel('File', { exact: true }).setInputFiles(file)
  await form.getByRole('button', { name: 'Add a file' }).click()
}

test('a photo is put on a source and shown drawn anew; made private it is served to nobody', async ({
  editor,
  request,
}) => {
  const photo = await drawPhoto()
  await editor.goto(`/edit/source/${SOURCE}`)
  await editor.getByRole('link', { name: 'Files', exact: true }).click()
  await send(editor, { name: 'notice.jpg', mimeType: 'image/jpeg', buffer: photo })
  await expect(editor).toHaveURL(`/sources/${SOURCE}`)
  const listed = editor.locator('dd[data-field=files]')
  await expect(listed).toContainText(`${photo.length} bytes`)
  const href = (await listed.getByRole('link', { name: 'notice.jpg' }).getAttribute('href')) ?? ''
  await expect(listed).toContainText(href.slice('/evidence/'.length))

  const answer = await request.get(href)
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
  expect((await answer.body()).includes('Somebody')).toBe(false)
  expect((await sharp(await answer.body()).metadata()).exif).toBeUndefined()
  expect((await request.get(href, { headers: { 'If-None-Match': answer.headers().etag ?? '' } })).status()).toBe(304)
  expect((await request.get(`/evidence/${'0'.repeat(64)}`)).status()).toBe(404)

  await editor.goto(FILES)
  const original = await editor.context().request.get(`${FILES}/${href.slice('/evidence/'.length)}`)
  expect((await original.body()).equals(photo)).toBe(true)
  const form = editor.locator('form#change')
  await form.getByLabel('What to do').selectOption('private')
  await form.getByLabel('Why').fill('A face can be seen')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(listed.locator('[data-file=private]')).toContainText('kept, not public')
  const after = await request.get(href, { headers: { 'If-None-Match': answer.headers().etag ?? '' } })
  expect(after.status()).toBe(404)
  expect(await after.text()).toContain('This file is not public')
  const strangers = await request.get(`${FILES}/${href.slice('/evidence/'.length)}`, { maxRedirects: 0 })
  expect(strangers.status()).toBe(401)
})

test('what is not what it says is refused with the reason, and what was typed stays', async ({
  editor,
}, information) => {
  const large = information.outputPath('a.pdf')
  writeFileSync(large, Buffer.alloc(21 * 1024 * 1024, 0x20))
  const refusals: [Upload, string][] = [
    [
      { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
      'not what its name says',
    ],
    [
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([await drawPhoto(), Buffer.from('PK\x05\x06')]) },
      'a second file',
    ],
    [large, 'more than 20 MB'],
  ]
  await editor.goto(FILES)
  for (const [file, reason] of refusals) {
    await send(editor, file, { reason: 'As it was given to us' })
    await expect(editor.locator('form#add').getByRole('alert')).toContainText(reason)
    await expect(editor.locator('form#add').getByLabel('Why')).toHaveValue('As it was given to us')
  }
})

test('a PDF is only ever saved', async ({ editor, request }) => {
  await editor.goto(FILES)
  const buffer = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n')
  await send(editor, { name: '通知.pdf', mimeType: 'application/pdf', buffer })
  await expect(editor).toHaveURL(`/sources/${SOURCE}`)
  const href =
    (await editor.locator('dd[data-field=files]').getByRole('link', { name: '通知.pdf' }).getAttribute('href')) ?? ''
  const { 'content-disposition': disposition } = (await request.get(href)).headers()
  expect(disposition).toMatch(/^attachment; .*filename\*=UTF-8''%E9%80%9A%E7%9F%A5\.pdf$/)
})

test('a large body is taken nowhere else, and there only from who is signed in', async ({
  request,
  makePerson,
  page,
}) => {
  const multipart = {
    file: { name: 'a.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(2 * 1024 * 1024) },
  }
  const headers = { Origin: process.env.DESK_ORIGIN ?? '' }
  expect((await request.post(FILES, { multipart, headers })).status()).toBe(413)
  await signIn(page.context(), await makePerson('Zhou Min'))
  const signedIn = page.context().request
  expect((await signedIn.post('/edit/account', { multipart, headers })).status()).toBe(413)
  expect((await signedIn.post(FILES, { multipart, headers })).status()).not.toBe(413)
})
