import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { inLanguage, languages, tables } from './testing/pages'
import { test } from './testing/warm-page'

const VIEW = '/debt?indicator=lgd_balance_total&area=CN'
const QUERY = VIEW.slice('/debt'.length)

/** Width and height as a PNG says them, after its signature has been checked. */
function readPngSize(png: Buffer): { width: number; height: number } {
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

/** What the browser decodes of an image: its size, its top left pixel, and how many pixels are not of that colour. */
function decode(page: Page, address: string) {
  return page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height)
    const corner = [...pixels.slice(0, 3)]
    let drawn = 0
    for (let at = 0; at < pixels.length; at += 4)
      if (pixels[at] !== corner[0] || pixels[at + 1] !== corner[1]) drawn += 1
    return { width: canvas.width, height: canvas.height, corner, drawn }
  }, address)
}

test('a view is downloaded as a PNG in either size and theme', async ({ page, request }) => {
  await page.goto(VIEW)
  await page.getByRole('link', { name: '.png', exact: true }).click()
  await expect(page).toHaveURL(`/debt.png${QUERY}`)
  const large = await request.get(`/debt.png${QUERY}`)
  expect(large.headers()['content-type']).toBe('image/png')
  expect(readPngSize(await large.body()).width).toBe(1200)
  const small = await request.get(`/debt.png${QUERY}&size=small`)
  expect(readPngSize(await small.body()).width).toBe(800)

  await page.goto('/about')
  const light = await decode(page, `/debt.png${QUERY}`)
  const dark = await decode(page, `/debt.png${QUERY}&theme=dark`)
  expect(light.corner).toEqual([250, 247, 240])
  expect(dark.corner).toEqual([23, 21, 16])
  expect(dark).toMatchObject({ width: light.width, height: light.height })
  for (const { drawn } of [light, dark]) expect(drawn).toBeGreaterThan(5_000)
})

test('the type of pictures has a shape of its own for each sign', async ({ page, request }) => {
  await page.goto('/about')
  const titles = new Set<number>()
  for (const { prefix } of languages)
    titles.add((await decode(page, `${prefix}/@4/debt.card.png?indicator=lgd_balance_total&area=CN`)).drawn)
  expect(titles.size).toBe(2)
  const svg = await (await request.get(`/zh/debt.svg${QUERY}`)).text()
  expect(svg).toContain('>地方政府债务余额</text>')
  expect(svg).toContain('lang="zh-Hans"')
})

for (const { prefix, lang } of languages) {
  test(`an SVG holds its title, its sources, its edition and where it stays (${lang})`, async ({
    page,
    request,
    baseURL,
  }) => {
    const live = await request.get(`${prefix}/debt.svg${QUERY}`)
    const pinned = await request.get(`${prefix}/@4/debt.svg${QUERY}`)
    expect(live.headers()['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(live.headers()['content-security-policy']).toContain("default-src 'none'")
    const svg = await pinned.text()
    await page.goto('/about')
    const read = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
      return {
        error: parsed.querySelector('parsererror')?.textContent ?? null,
        elements: [...new Set([...parsed.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
        text: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent),
      }
    }, svg)
    expect(read.error).toBeNull()
    expect(['circle', 'defs', 'desc', 'g', 'line', 'path', 'pattern', 'rect', 'svg', 'text', 'title']).toEqual(
      expect.arrayContaining(read.elements),
    )
    expect(read.text.join('')).toContain(`${baseURL}${prefix}/@4${VIEW}`)
    expect(read.text.join(' ')).toContain(prefix ? '第4版' : 'Edition 4')
    expect((await decode(page, `${prefix}/@4/debt.svg${QUERY}`)).drawn).toBeGreaterThan(5_000)
  })
}

test('a picture is asked again by its tag and is not sent twice', async ({ request }) => {
  for (const path of [`/@4/debt.png${QUERY}`, `/@4/debt.card.png${QUERY}`, `/embed/@4/debt${QUERY}`]) {
    const { etag = '' } = (await request.get(path)).headers()
    expect(etag, path).toMatch(/^W\/"/)
    expect((await request.get(path, { headers: { 'If-None-Match': etag } })).status(), path).toBe(304)
  }
  const [light, dark] = await Promise.all(
    ['', '&theme=dark'].map(async (look) => (await request.get(`/@4/debt.png${QUERY}${look}`)).headers().etag),
  )
  expect(light).not.toBe(dark)
})

test('what cannot be drawn says what to choose, and what is not understood which word', async ({ request }) => {
  const tooMuch = await request.get('/debt.png')
  expect(tooMuch.status()).toBe(422)
  expect(await tooMuch.json()).toMatchObject({ status: 422, detail: expect.stringContaining('Choose one') })
  const unmeasured = await request.get('/debt.svg?indicator=lgb_stock_rate&measure=use')
  expect(unmeasured.status()).toBe(422)
  expect(((await unmeasured.json()) as { detail: string }).detail).toContain('It needs a debt balance')
  for (const [query, key] of [
    ['theme=sepia', 'theme'],
    ['size=huge', 'size'],
    ['colour=red', 'other'],
  ]) {
    const answer = await request.get(`/debt.png${QUERY}&${query}`)
    expect([answer.status(), await answer.json()], query).toMatchObject([400, { ignored: [key] }])
  }
  expect((await request.get(`${VIEW}&theme=dark`, { maxRedirects: 0 })).status()).toBe(307)
  expect((await request.get('/mentions.svg')).status()).toBe(422)
  expect((await request.get('/@999999/debt.png')).status()).toBe(404)
})

test('a burst of new pictures is drawn in turn or told when to come back', async ({ request }) => {
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, at) =>
      request.get(`/debt.png${QUERY}&from=20${10 + (at % 14)}&to=${2024 + (at % 3)}`),
    ),
  )
  for (const answer of answers) {
    expect([200, 422, 503]).toContain(answer.status())
    if (answer.status() === 503) expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
  }
  expect(answers.some((answer) => answer.status() === 200)).toBe(true)
})

for (const path of [
  '/',
  VIEW,
  '/provinces?on=2024-01-01',
  '/areas/CN-GZ',
  '/about',
  '/mentions?q=%E7%92%A7%E5%B1%B1',
]) {
  test(`${path} is shared with a card of its own`, async ({ page, request, baseURL }) => {
    for (const { prefix } of languages) {
      await page.goto(inLanguage(prefix, path))
      const content = (name: string) =>
        page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content')
      expect(await content('twitter:card')).toBe('summary_large_image')
      expect(await content('og:title')).toBeTruthy()
      const image = (await content('og:image')) ?? ''
      expect(image.startsWith(`${baseURL}${prefix}/@`)).toBe(true)
      expect(await content('twitter:image')).toBe(image)
      const card = await request.get(image)
      expect(card.status(), image).toBe(200)
      expect(readPngSize(await card.body())).toEqual({ width: 1200, height: 630 })
    }
  })
}

test('a view stands in a frame of another site, and nothing else does', async ({ page, request, baseURL }) => {
  await page.goto(VIEW)
  const code = await page.locator('[data-share="embed-live"]').textContent()
  const pinnedCode = await page.locator('[data-share="embed-pinned"]').textContent()
  expect(pinnedCode).toMatch(/\/embed\/@\d+\/debt/)
  const foreign = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><title>News</title>${code}${pinnedCode}<iframe name="page" src="${baseURL}${VIEW}"></iframe>`,
    )
  }).listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => foreign.once('listening', resolve))
    const requests: string[] = []
    page.on('request', (one) => requests.push(one.url()))
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`)
    for (const at of [0, 1]) {
      const frame = page.frameLocator('iframe').nth(at)
      await expect(frame.getByRole('heading', { name: 'Local government debt balance' })).toBeVisible()
      await expect(frame.getByRole('img', { name: 'Local government debt balance' })).toBeVisible()
      await expect(frame.getByRole('row')).toHaveCount(18)
      await expect(frame.getByRole('link')).toHaveAttribute(
        'href',
        at === 0 ? `${baseURL}${VIEW}` : new RegExp(`^${baseURL}/@\\d+/debt`),
      )
    }
    await expect(page.frameLocator('iframe[name="page"]').getByRole('heading', { level: 1 })).toHaveCount(0)
    const loaded = requests.filter((url) => url.startsWith(`${baseURL}/`) && !url.includes('/embed/'))
    expect(loaded).toEqual([`${baseURL}${VIEW}`])
  } finally {
    foreign.close()
    foreign.closeAllConnections()
  }
  const policy = (await request.get(VIEW)).headers()['content-security-policy']
  expect(policy).toContain("frame-ancestors 'none'")
})

for (const table of tables) {
  test(`/embed${table} is small, plain and framable`, async ({ request }) => {
    for (const { prefix, lang } of languages) {
      const answer = await request.get(`/embed${prefix}/@4${table}`)
      expect(answer.status()).toBe(200)
      expect(answer.headers()['content-security-policy']).toContain('frame-ancestors *')
      expect((await answer.body()).byteLength).toBeLessThanOrEqual(60_000)
      const html = await answer.text()
      expect(html).toContain(`<html lang="${lang}">`)
      expect(html).not.toMatch(/<script|\son\w+=|undefined|\{\w+\}<|\[object/)
      expect(html.match(/<tr>/g)?.length ?? 0).toBeGreaterThan(1)
    }
  })
}

test('oEmbed tells how a view is framed, and only a view of this site', async ({ page, request, baseURL }) => {
  await page.goto(VIEW)
  const discovery = await page.locator('link[type="application/json+oembed"]').getAttribute('href')
  const answer = await request.get(discovery ?? '')
  const body = (await answer.json()) as Record<string, string>
  expect(body).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Pot & Iron', width: 720 })
  const [, src = ''] = /src="([^"]+)"/.exec(body.html ?? '') ?? []
  expect(src.replaceAll('&amp;', '&')).toBe(`${baseURL}/embed${VIEW}`)
  expect((await request.get(body.thumbnail_url ?? '')).headers()['content-type']).toBe('image/png')
  const ask = (url: string, more = '') => request.get(`/oembed?url=${encodeURIComponent(url)}${more}`)
  const bounded = await (await ask(`${baseURL}/zh/@4/debt`, '&maxwidth=200&maxheight=100')).json()
  expect(bounded).toMatchObject({
    width: 200,
    height: 100,
    html: expect.stringContaining(`${baseURL}/embed/zh/@4/debt`),
  })
  expect(bounded).not.toHaveProperty('thumbnail_url')
  for (const url of [
    'https://example.org/debt',
    'nonsense',
    `${baseURL}/about`,
    `${baseURL}/@99999/debt`,
    `${baseURL}/debt?x=1`,
  ])
    expect((await ask(url)).status(), url).toBe(404)
  expect((await ask(`${baseURL}/debt`, '&format=xml')).status()).toBe(501)
})

test('a printed page has its chart, its table, its sources and its pinned address', async ({ page, baseURL }) => {
  await page.goto(VIEW)
  const address = page.locator('[data-pinned-address]')
  await expect(address).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(address).toBeVisible()
  await expect(address).toContainText(new RegExp(`${baseURL}/@\\d+/debt\\?indicator=lgd_balance_total&area=CN`))
  await expect(page.getByRole('img', { name: 'Local government debt balance' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(18)
  await expect(page.getByRole('form')).toBeHidden()
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // Of a PDF's text only the addresses of its links are written as they are.
  const links = [...pdf.toString('latin1').matchAll(/\/URI \(([^)]*)\)/g)].map(([, link]) => link)
  expect(links.some((link) => link?.includes('/sources/'))).toBe(true)
  const pinned = new RegExp(`^${baseURL}/@\\d+/debt\\?indicator=lgd_balance_total&area=CN$`)
  expect(links.filter((link) => pinned.test(link ?? ''))).toHaveLength(1)
})
