import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { pointAt } from './testing/awaken'
import { addresses, inLanguage, languages } from './testing/pages'
import { readPdfText } from './testing/pdf-text'

const QUERY = '?indicator=lgd_balance_total&area=CN'
/** Written with two decimals, as layout shift is, this is 0.00. */
const NO_SHIFT = 0.005
const TITLE = { '': 'Local government debt balance', '/zh': '地方政府债务余额' } as const

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  return context.newPage()
}

for (const { prefix } of languages) {
  test(`a link that came by message is opened, read and passed on, on a phone (${prefix || '/en'})`, async ({
    browser,
    baseURL,
  }) => {
    const phone = await openPhone(browser)
    await phone.goto(`${baseURL}${prefix}/debt${QUERY}&from=singlemessage&isappinstalled=0`)
    await expect(phone).toHaveURL(`${baseURL}${prefix}/debt${QUERY}`)
    await phone.locator('.chart-frame').first().scrollIntoViewIfNeeded()
    const mark = await phone.locator('.chart-links a').nth(5).boundingBox()
    await phone.touchscreen.tap((mark?.x ?? 0) + (mark?.width ?? 0) / 2, (mark?.y ?? 0) + (mark?.height ?? 0) / 2)
    await expect(phone.locator('.chart-told')).toBeVisible()
    await expect(phone.locator('.chart-told')).toBeInViewport()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

    await phone.locator('.share > summary').tap()
    const copied: string[] = []
    for (const at of [0, 1]) {
      await phone.locator('.share dd').nth(at).getByRole('button').tap()
      await expect(phone.locator('.share dd').nth(at).getByRole('button')).toHaveText(/Copied|已复制/)
      copied.push(await phone.evaluate(() => navigator.clipboard.readText()))
    }
    const [live, pinned] = copied
    expect(live).toBe(`${baseURL}${prefix}/debt${QUERY}`)
    expect(pinned).toMatch(new RegExp(`^${baseURL}${prefix}/@\\d+/debt\\?indicator=lgd_balance_total&area=CN$`))

    const other = await openPhone(browser)
    await other.goto(pinned ?? '')
    await expect(other).toHaveURL(pinned ?? '')
    expect(await other.locator('main tbody').allTextContents()).toEqual(
      await phone.locator('main tbody').allTextContents(),
    )
    await expect(other.getByRole('img', { name: TITLE[prefix] })).toBeVisible()
    for (const { context } of [phone, other].map((page) => ({ context: page.context() }))) await context.close()
  })

  test(`a picture that is saved has its title, its source and its address as text (${prefix || '/en'})`, async ({
    page,
    request,
  }) => {
    await page.goto('/about')
    const address = `${prefix}/@4/debt.png${QUERY}`
    const svg = await (await request.get(address.replace('.png', '.svg'))).text()
    const fonts = ['latin', 'chinese'].map((part) => readFileSync(`fonts/noto-sans-sc-${part}.ttf`).toString('base64'))
    const lines = await page.evaluate(compareText, { address, svg, fonts })
    expect(lines.map(({ text }) => text).join('\n')).toContain(TITLE[prefix])
    expect(lines.some(({ text }) => text.includes('/@4/debt'))).toBe(true)
    for (const { text, ink, found, inverse } of lines) {
      expect(ink, text).toBeGreaterThan(20)
      expect(found, `${text} as a browser writes it`).toBeGreaterThan(0.85)
      expect(inverse, `${text} backwards`).toBeLessThan(found - 0.1)
    }
  })

  test(`what is printed has its title, its rows, its sources and its pinned address (${prefix || '/en'})`, async ({
    page,
    request,
    baseURL,
  }) => {
    await page.goto(`${prefix}/debt${QUERY}`)
    const text = readPdfText(await page.pdf({ format: 'A4' }))
    expect(text).toContain(TITLE[prefix].replaceAll(' ', ''))
    const { rows } = (await (await request.get(`/debt.json${QUERY}`)).json()) as { rows: { value: string }[] }
    expect(rows.length).toBeGreaterThan(10)
    for (const { value } of rows)
      expect(text).toContain(Number(value).toLocaleString('en-US', { maximumFractionDigits: 2 }))
    expect(text).toContain('MinistryofFinanceofChina')
    expect(text).toMatch(new RegExp(`${baseURL}${prefix}/@\\d+/debt\\?indicator=lgd_balance_total&area=CN`))
  })

  test(`on paper each source has a number, and its address is listed once under it (${prefix || '/en'})`, async ({
    page,
  }) => {
    await page.goto(`${prefix}/areas/CN-GZ`)
    const sources = page.locator('.printed-sources li')
    await expect(sources.first()).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(sources.first()).toContainText(/https?:\/\//)
    const numbers = await page
      .locator('main .source-links a')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content))
    expect(numbers.length).toBeGreaterThan(0)
    for (const number of numbers) expect(number).toMatch(/^"\u00a0\[[1-9]\d*\]"$/)
    expect(
      await page
        .locator('thead')
        .first()
        .evaluate((head) => getComputedStyle(head).breakAfter),
    ).toBe('avoid')
  })
}

type Line = { text: string; ink: number; found: number; inverse: number }

/**
 * Runs in the page: each line of text of a picture, written again by the browser with the record's own type, beside the
 * pixels of the PNG. `ink` counts the browser's pixels, `found` the share of them that are ink in the PNG too, and
 * `inverse` that share for the same line backwards, which is as wide and says something else.
 */
async function compareText({
  address,
  svg,
  fonts,
}: {
  address: string
  svg: string
  fonts: string[]
}): Promise<Line[]> {
  for (const [at, font] of fonts.entries()) {
    const face = new FontFace(
      `picture-${at}`,
      Uint8Array.from(atob(font), (sign) => sign.charCodeAt(0)),
    )
    document.fonts.add(await face.load())
  }
  const image = new Image()
  image.src = address
  await image.decode()
  const makeCanvas = () => {
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no canvas')
    return context
  }
  const picture = makeCanvas()
  picture.drawImage(image, 0, 0)
  const { width, height } = picture.canvas
  const pixels = picture.getImageData(0, 0, width, height).data
  const isInk = (at: number, ground: number) => Math.abs((pixels[at * 4 + 1] ?? 0) - (pixels[ground * 4 + 1] ?? 0)) > 40
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const scale = width / (parsed.documentElement as unknown as SVGSVGElement).viewBox.baseVal.width
  const texts = [...parsed.querySelectorAll('text')].filter(
    (text) => (text.textContent ?? '').length > 7 && !text.closest('[transform]'),
  )
  return texts.map((element) => {
    const read = (name: string) => Number(element.getAttribute(name))
    const text = element.textContent ?? ''
    const write = (line: string): number[] => {
      const context = makeCanvas()
      context.scale(scale, scale)
      context.font = `${read('font-size')}px picture-0, picture-1`
      context.fontKerning = 'none'
      const anchor = element.getAttribute('text-anchor')
      context.textAlign = anchor === 'end' ? 'right' : anchor === 'middle' ? 'center' : 'left'
      context.fillText(line, read('x'), read('y'))
      const written = context.getImageData(0, 0, width, height).data
      const inked: number[] = []
      for (let at = 0; at < width * height; at += 1) if ((written[at * 4 + 3] ?? 0) > 150) inked.push(at)
      return inked
    }
    const share = (inked: number[]) => inked.filter((at) => isInk(at, 0)).length / Math.max(1, inked.length)
    const inked = write(text)
    return { text, ink: inked.length, found: share(inked), inverse: share(write([...text].reverse().join(''))) }
  })
}

test('a page asks nobody but its own site, and for no chart that moves before somebody turns to one', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const asked: string[] = []
  page.on('request', (one) => asked.push(one.url()))
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const readShift = () =>
    page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0))
  await page.goto(`/debt${QUERY}`, { waitUntil: 'networkidle' })
  const before = new Set(asked)
  const chart = page.locator('.chart-frame').first()
  const readPlace = () =>
    chart.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return [left + scrollX, top + scrollY, width, height]
    })
  const place = await readPlace()
  await pointAt(chart)
  await expect(page.locator('.recharts-surface')).toBeVisible()
  const moving = asked.filter((url) => !before.has(url) && url.includes('.js'))
  expect(moving.length).toBeGreaterThan(0)
  expect(await readPlace()).toEqual(place)
  expect(await readShift()).toBeLessThan(NO_SHIFT)

  asked.length = 0
  const shifted: string[] = []
  const everything = [...addresses, `/debt${QUERY}`, '/debt?indicator=lgd_balance_total&chart=map']
  for (const path of [...everything, ...['/', '/debt', '/areas/CN-GZ'].map((one) => inLanguage('/zh', one))]) {
    // A browser held up between a <details> and its <summary> shows one of its own meanwhile: what a page does itself comes again.
    const shifts: number[] = []
    while (shifts.length < 3 && !shifts.some((shift) => shift < NO_SHIFT)) {
      await page.goto(path, { waitUntil: 'networkidle' })
      shifts.push(await readShift())
    }
    if (Math.min(...shifts) >= NO_SHIFT) shifted.push(`${path} by ${shifts.join(', ')}`)
  }
  expect(shifted).toEqual([])
  expect(asked.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith('data:'))).toEqual([])
  expect(asked.filter((url) => moving.includes(url))).toEqual([])
})
