import { type APIResponse, expect, test } from '@playwright/test'

/** What was asked for, and where it is found. */
const moved = [
  ['/debt?area=CN-GZ&indicator=gdp', '/debt?indicator=gdp&area=CN-GZ'],
  ['/debt?area=CN-GZ&area=CN-CQ&area=CN-GZ', '/debt?area=CN-CQ&area=CN-GZ'],
  ['/debt?area=&from=&to=&sort=-period&page=1', '/debt'],
  ['/zh/debt/?area=CN', '/zh/debt?area=CN'],
  ['/zh/@2/provinces?on=2024-01-01&list=doc47-2023', '/zh/@2/provinces?list=doc47-2023&on=2024-01-01'],
  ['/mentions?q=%20%20selling%20%20the%20pot%20', '/mentions?q=selling+the+pot'],
  ['/mentions?q=%EF%BD%90%EF%BD%8F%EF%BD%94', '/mentions?q=pot'],
  ['/debt.json?area=CN-GZ&indicator=gdp', '/debt.json?indicator=gdp&area=CN-GZ'],
] as const

/** What sharing leaves behind on an address. */
const tracked = [
  ['/debt?utm_source=x&utm_campaign=y', '/debt'],
  ['/debt?area=CN&fbclid=abc&gclid=1&spm=a.b', '/debt?area=CN'],
  ['/zh?from=singlemessage&isappinstalled=0', '/zh'],
  ['/zh/debt?from=timeline', '/zh/debt'],
  ['/debt?from=groupmessage&from=2024', '/debt?from=2024'],
  ['/debt.csv?utm_medium=mail', '/debt.csv'],
] as const

/** What is not understood, and what is left of it. */
const misread = [
  ['/debt?colour=red', '/debt?ignored=other'],
  ['/debt?area=CN-GZ&from=yesterday', '/debt?area=CN-GZ&ignored=from'],
  ['/debt?from=2024-02-30&frequency=Q', '/debt?ignored=frequency&ignored=from'],
  ['/debt?page=0', '/debt?ignored=page'],
  ['/debt?sort=colour', '/debt?ignored=sort'],
  ['/provinces?on=2024', '/provinces?ignored=on'],
  ['/areas/CN-GZ?area=CN', '/areas/CN-GZ?ignored=other'],
  [`/mentions?q=${'x'.repeat(101)}`, '/mentions?ignored=q'],
  [`/debt?${'area=CN-GZ&'.repeat(300)}`, '/debt?ignored=other'],
  [`/debt?${toAreas(70)}`, `/debt?${toAreas(60)}&ignored=area`],
] as const

/** Addresses of the inside, typed by hand. */
const internal = [
  ['/en/4/debt/-', '/debt'],
  ['/zh/2-4/provinces/-', '/zh/@2/provinces'],
  [`/en/4/debt/${Buffer.from('area=CN-GZ').toString('base64url')}`, '/debt?area=CN-GZ'],
  ['/en/4/areas/-/CN-GZ', '/areas/CN-GZ'],
  ['/en/unkept/4/mentions/-', '/mentions'],
] as const

function toAreas(count: number): string {
  return Array.from({ length: count }, (_, at) => `area=${100000 + at}`).join('&')
}

for (const [name, pairs] of Object.entries({ moved, tracked, misread, internal })) {
  for (const [asked, found] of pairs) {
    test(`${name}: ${asked.slice(0, 80)}`, async ({ request }) => {
      const answer = await request.get(asked, { maxRedirects: 0 })
      expect(answer.status()).toBe(307)
      expect(answer.headers()['cache-control']).toBe('no-store')
      expect(locate(answer)).toBe(found)
      const after = await request.get(found, { maxRedirects: 0 })
      expect(after.status()).toBe(200)
    })
  }
}

test('what was left out is named on the page, and its files do without', async ({ page }) => {
  await page.goto('/debt?area=CN-GZ&from=yesterday&colour=red')
  await expect(page.getByRole('status')).toContainText('From')
  await expect(page.getByRole('link', { name: '.json' })).toHaveAttribute('href', '/debt.json?area=CN-GZ')
  await expect(page.locator('[data-share="live"]')).not.toContainText('ignored')
})

test('a live and a pinned page may be held a second by shared caches, and are asked for again by browsers', async ({
  request,
}) => {
  for (const path of [
    '/debt',
    '/zh/debt?area=CN-GZ',
    '/@2/provinces',
    '/',
    '/areas/CN-GZ',
    '/debt.json',
    '/debt.csv',
  ]) {
    const headers = (await request.get(path)).headers()
    expect(headers['cache-control'], path).toBe('public, max-age=0, must-revalidate')
    expect(headers['cdn-cache-control'], path).toBe('max-age=1, stale-while-revalidate=60, stale-if-error=86400')
    expect(headers['x-accel-expires'], path).toBe('1')
    const vary = (headers.vary ?? '').toLowerCase()
    for (const name of ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'accept-encoding']) {
      expect(vary, path).toContain(name)
    }
    expect(headers['set-cookie'], path).toBeUndefined()
    expect(headers['x-powered-by'], path).toBeUndefined()
    expect(headers['x-edition'], path).toMatch(/^\d+$/)
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin')
    expect(headers['content-security-policy'], path).toContain("default-src 'self'")
  }
})

test('the sending round of a wrong soft navigation can poison no cache', async ({ request }) => {
  const answer = await request.get('/debt?area=CN-GZ', { headers: { RSC: '1' }, maxRedirects: 0 })
  expect([200, 307]).toContain(answer.status())
  expect((answer.headers().vary ?? '').toLowerCase()).toContain('rsc')
})

test('an answered page is given again as unchanged', async ({ request }) => {
  const { etag } = (await request.get('/debt?area=CN-GZ')).headers()
  expect(etag).toBeTruthy()
  const again = await request.get('/debt?area=CN-GZ', { headers: { 'If-None-Match': etag ?? '' } })
  expect(again.status()).toBe(304)
})

test('methods that change something are refused on public pages', async ({ request, baseURL }) => {
  const headers = { Origin: baseURL ?? '' }
  for (const path of ['/', '/debt', '/zh/areas/CN-GZ', '/debt.json']) {
    expect((await request.post(path, { headers })).status(), path).toBe(405)
    expect((await request.put(path, { headers })).status(), path).toBe(405)
    expect((await request.delete(path, { headers })).status(), path).toBe(405)
    const head = await request.head(path)
    expect(head.status(), path).toBe(200)
    expect(await head.text()).toBe('')
  }
})

test('what asks for the options of a file is answered, and the file stays what it is', async ({ request }) => {
  for (const path of ['/debt.json?area=CN-HB', '/sources.csv?kind=seed', '/debt?area=CN-HB', '/editions/1.json']) {
    const options = await request.fetch(path, { method: 'OPTIONS' })
    expect(options.status(), path).toBe(204)
    expect(options.headers().allow).toContain('GET')
    expect(options.headers()['cache-control']).toBe('no-store')
    expect((await request.get(path)).status(), path).toBe(200)
  }
})

test('a POST from elsewhere is refused, whatever its headers claim', async ({ request, baseURL }) => {
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', Host: new URL(baseURL ?? '').host },
    {},
  ]
  for (const headers of foreign) {
    for (const path of ['/edit', '/zh/edit/area', '/api/sign-in', '/api/sign-out']) {
      const answer = await request.post(path, { headers, form: { a: 'b' }, maxRedirects: 0 })
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
  const signedOut = await request.post('/edit', {
    headers: { Origin: baseURL ?? '' },
    form: { a: 'b' },
    maxRedirects: 0,
  })
  expect(signedOut.status()).toBe(401)
})

function locate(answer: APIResponse): string {
  const { pathname, search } = new URL(answer.headers().location ?? '', answer.url())
  return pathname + search
}
