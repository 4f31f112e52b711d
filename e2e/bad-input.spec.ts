import { expect, test } from '@playwright/test'
import { inLanguage, languages } from './testing/pages'

const forms = ['json', 'csv', 'xlsx', 'svg', 'png', 'card.png', 'atom', 'embed'] as const
const QUERY = 'indicator=lgd_balance_total&area=CN'

/** What nobody offers: a kind of chart, a date, a frequency, a key. Each with the key that is named for it. */
const unknown = [
  ['chart=nonsense', 'chart'],
  ['from=yesterday', 'from'],
  ['frequency=fortnightly', 'frequency'],
  ['status=guessed', 'status'],
  ['sort=colour', 'sort'],
  ['page=0', 'page'],
  ['language=fr', 'other'],
] as const

function toForm(prefix: string, form: (typeof forms)[number], query: string): string {
  return form === 'embed' ? `/embed${prefix}/debt?${query}` : `${prefix}/debt.${form}?${query}`
}

test('what is not understood is a problem with its name on every form of file, and a notice on the page', async ({
  page,
  request,
}) => {
  for (const { prefix } of languages) {
    for (const [query, key] of unknown) {
      for (const form of forms) {
        const address = toForm(prefix, form, `${QUERY}&${query}`)
        const answer = await request.get(address, { maxRedirects: 0 })
        expect(answer.status(), address).toBe(400)
        expect(answer.headers()['content-type'], address).toBe('application/problem+json')
        expect(answer.headers()['cache-control'], address).toBe('no-store')
        const named = key === 'other' ? query.split('=')[0] : key
        const told = { detail: expect.stringContaining(`Not understood: ${named}.`) }
        expect(await answer.json(), address).toMatchObject({ status: 400, ignored: [key], ...told })
      }
    }
    await page.goto(inLanguage(prefix, `/debt?${QUERY}&chart=nonsense&frequency=fortnightly`))
    await expect(page).toHaveURL(/&ignored=chart&ignored=frequency$/)
    await expect(page.getByRole('status').first()).toBeVisible()
    await expect(page.locator('main tbody tr').first()).toBeVisible()
  }
})

test('how a picture looks is asked of pictures only, in words they know', async ({ request }) => {
  for (const look of ['theme=sepia', 'size=huge', 'size=0', 'theme=light&theme=dark', 'width=100000', 'scale=50']) {
    for (const form of ['svg', 'png', 'card.png', 'embed'] as const)
      expect((await request.get(toForm('', form, `${QUERY}&${look}`))).status(), `${form} ${look}`).toBe(400)
    expect((await request.get(toForm('', 'json', `${QUERY}&${look}`))).status(), `json ${look}`).toBe(400)
  }
})

test('a language or an edition nobody has is not there, in any form', async ({ request }) => {
  for (const form of forms) {
    for (const prefix of ['/fr', '/@0', '/@999999', '/zh/@-1', '/ZH', '/@4/zh']) {
      const answer = await request.get(toForm(prefix, form, QUERY), { maxRedirects: 0 })
      expect(answer.status(), `${prefix} ${form}`).toBe(404)
      if (form !== 'embed') expect(answer.headers()['content-type']).toBe('application/problem+json')
    }
  }
})

test('what no picture can hold says what to choose; frames and files do without it', async ({ request }) => {
  for (const { prefix } of languages) {
    for (const form of ['svg', 'png'] as const) {
      const answer = await request.get(toForm(prefix, form, ''))
      expect(answer.status(), `${prefix} ${form}`).toBe(422)
      const { detail } = (await answer.json()) as { detail: string }
      expect(detail).toContain(prefix === '/zh' ? '不止一项指标' : 'Choose one')
    }
    for (const form of ['json', 'card.png', 'atom', 'embed'] as const)
      expect((await request.get(toForm(prefix, form, ''))).status(), `${prefix} ${form}`).toBe(200)
  }
})

test('more places than strips can be drawn of are a map, which says how many it has', async ({ page, request }) => {
  const query = 'indicator=lgd_balance_special&frequency=I'
  for (const form of ['svg', 'png', 'json', 'card.png', 'atom', 'embed'] as const)
    expect((await request.get(toForm('', form, query))).status(), form).toBe(200)
  expect(await (await request.get(toForm('', 'svg', query))).text()).toMatch(/\d+ of 31 provinces have a figure/)
  await page.goto(`/debt?${query}`)
  await expect(page.getByRole('main')).toContainText(/\b53\b.*\b36\b/)
})

test('what is asked of oEmbed in vain is told why, and is never an error of ours', async ({ request, baseURL }) => {
  const own = encodeURIComponent(`${baseURL}/debt?${QUERY}`)
  for (const [query, status] of [
    ['', 404],
    ['url=', 404],
    ['url=%00', 400],
    [`url=${encodeURIComponent('javascript:alert(1)')}`, 404],
    [`url=${own}&format=xml`, 501],
    [`url=${own}%26chart%3Dnonsense`, 404],
    [`url=${encodeURIComponent(`${baseURL}/debt/lgd_balance_total.CN.2024-12-31.I.official`)}`, 404],
    [`url=${encodeURIComponent(`${baseURL}/debt?${'area=CN-GZ&'.repeat(400)}`)}`, 404],
    [`url=${own}&maxwidth=-1&maxheight=x`, 200],
    [`url=${own}&maxwidth=99999999999`, 200],
  ] as const) {
    const answer = await request.get(`/oembed?${query}`)
    expect(answer.status(), query.slice(0, 90)).toBe(status)
    const type = status === 200 ? 'application/json' : 'application/problem+json'
    expect(answer.headers()['content-type'], query.slice(0, 90)).toContain(type)
  }
})
