import { expect } from '@playwright/test'
import { addresses, inLanguage, languages } from './testing/pages'
import { test } from './testing/warm-page'

/** What a page says of itself is in its HTML, so nothing of it is run. */
test.describe('as it is sent', () => {
  test.use({ javaScriptEnabled: false })

  for (const { prefix, lang } of languages) {
    test(`each page has a title, a heading and a description, and its links lead somewhere, ${lang}`, async ({
      page,
      request,
      baseURL,
    }) => {
      test.setTimeout(180_000)
      const found = new Map<string, string>()
      for (const address of addresses) {
        const path = inLanguage(prefix, address)
        const answer = await page.goto(path)
        expect.soft(answer?.status(), path).toBe(200)
        expect.soft(page.url()).toBe(`${baseURL}${path}`)
        await expect.soft(page.locator('html'), path).toHaveAttribute('lang', lang)
        await expect.soft(page, path).toHaveTitle(/\S.* · \S/)
        await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveText(/\S/)
        await expect.soft(page.locator('meta[name="description"]'), path).toHaveAttribute('content', /\S.{4,}/)
        const canonical = await page.locator('link[rel="canonical"]').getAttribute('href')
        expect.soft(new URL(canonical ?? '', baseURL).pathname).toBe(path)
        const links = await page
          .locator('a[href]')
          .evaluateAll((elements) =>
            elements.map((element) => new URL(element.getAttribute('href') ?? '', document.baseURI).href),
          )
        for (const link of links) if (!found.has(link)) found.set(link, path)
      }
      const own = [...found].filter(([link]) => link.startsWith(`${baseURL}/`) && !link.includes('/edit'))
      expect(own.length).toBeGreaterThan(150)
      const broken: string[] = []
      for (const [link, from] of sample(own, 125)) {
        const { pathname, search, hash } = new URL(link)
        const answer = await request.get(pathname + search, { maxRedirects: 0 })
        if (answer.status() !== 200) broken.push(`${answer.status()} ${link} on ${from}`)
        if (hash !== '' && !(await answer.text()).includes(`id="${hash.slice(1)}"`)) broken.push(`${link} on ${from}`)
      }
      expect(broken).toEqual([])
    })
  }
})

test('each page names itself in the other language', async ({ page, baseURL }) => {
  for (const address of ['/', '/debt?area=CN-GZ', '/areas/CN-GZ', '/@2/provinces?on=2024-01-01']) {
    await page.goto(address)
    await page.getByRole('link', { name: '中文' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
    expect(page.url()).toBe(`${baseURL}${inLanguage('/zh', address)}`)
    await page.getByRole('link', { name: 'English', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    expect(page.url()).toBe(`${baseURL}${address}`)
  }
})

test('two views of one table have titles and descriptions of their own', async ({ page }) => {
  const describe = async (path: string) => {
    await page.goto(path)
    return page.locator('meta[name="description"]').getAttribute('content')
  }
  expect(await describe('/debt?area=CN-GZ')).toContain('Guizhou')
  expect(await describe('/debt?area=CN-GS&from=2024')).toMatch(/Gansu.*2024/)
})

test('a pinned page is not indexed and names the live one as its canonical address', async ({ page, baseURL }) => {
  await page.goto('/@2/provinces?on=2024-01-01')
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  const canonical = await page.locator('link[rel="canonical"]').getAttribute('href')
  expect(new URL(canonical ?? '', baseURL).href).toBe(`${baseURL}/provinces?on=2024-01-01`)
})

/** Every n-th of a list, so that no page's links are left out as a whole. */
function sample<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.floor(all.length / most))
  return all.filter((_, at) => at % step === 0)
}

test('the page that is not there says so in both languages', async ({ page }) => {
  for (const [path, first] of [
    ['/nowhere', 'en'],
    ['/zh/nowhere', 'zh-Hans'],
    ['/debt/a/b/c', 'en'],
  ] as const) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    expect(answer?.headers()['cache-control']).toContain('no-store')
    await expect(page.locator('html')).toHaveAttribute('lang', first)
    await expect(page.getByRole('main').locator('[lang]')).toHaveCount(2)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  }
})

test('a record that never was is not there, as a page and as a file', async ({ request }) => {
  for (const path of ['/debt/nothing', '/zh/areas/CN-ZZ', '/editions/999999', '/@1/debt/gdp.CN.2024.A.official']) {
    expect((await request.get(path)).status(), path).toBe(404)
    const file = await request.get(`${path}.json`)
    expect(file.status(), path).toBe(404)
    expect(file.headers()['content-type']).toContain('application/problem+json')
  }
})
