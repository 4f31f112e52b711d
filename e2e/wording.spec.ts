import { expect } from '@playwright/test'
import { test } from './testing/warm-page'

test.describe('what the pages say is what the record holds', () => {
  test('the debt of the country is told as that of its local governments, with the limit of its own year', async ({
    page,
  }) => {
    await page.goto('/areas/CN')
    await expect(page.locator('[data-lead]')).toHaveText(
      'On 31 May 2026, local governments of China owed 58.1 trillion yuan in statutory debt, without what the central government owes. At the end of 2023 they used 96.6% of their limit.',
    )
    const row = page.getByRole('row', { name: /^Special debt/ })
    await expect(row).toContainText('40.3 trillion yuan')
    await expect(row.locator('[data-limit="none"]')).toHaveText(
      'The record has no limit for 2026the last is 39.9 trillion yuan, for 2025',
    )
    await page.goto('/zh/areas/CN')
    await expect(page.locator('[data-lead]')).toHaveText(
      '2026年5月31日，全国地方政府法定债务余额为58.1万亿元，不含中央政府债务。2023年末限额使用率为96.6%。',
    )
  })

  test('the overview sets no limit of another year beside a balance without saying so', async ({ page }) => {
    await page.goto('/')
    await expect(page.locator('.findings')).toContainText(
      'The record has no limit for 2026 yet; this one does not bound a balance of 2026.',
    )
  })

  test('who says what: a target is no estimate, and a nominal day is not told as a day', async ({ page }) => {
    await page.goto('/')
    const part = page.getByRole('region', { name: 'Who says what' })
    await expect(part.locator('.part-finding')).toHaveText(
      'Official counts: 58.1 trillion yuan (statutory debt, 31 May 2026), 10.5 trillion yuan (hidden debt, 31 Dec 2024). The largest estimate: 94 trillion yuan by Goldman Sachs (statutory debt with debt of financing platforms, Aug 2023).',
    )
    await expect(part.locator('[data-status="target"]').first()).toContainText('31 Dec 2028')
    await expect(part.getByText('2023, the year-end is nominal')).toBeVisible()
    await expect(part.getByText('Aug 2023, the day is nominal')).toBeVisible()
    await expect(part.getByText('Reference dates: 31 Dec 2013 to 31 May 2026.')).toBeVisible()
  })

  test('the evidence on Bishan names nobody whom its source does not name', async ({ page }) => {
    await page.goto('/task-forces/tf-bishan-2024')
    const grade = page.locator('[data-grade="confirmed"]')
    await expect(grade).toContainText('by name or by post alone')
    await expect(grade.getByRole('listitem')).toHaveText([
      /^Leaked image: the image of the notice that spread online/,
      /^Official or employee quoted in the press: what an employee of the district finance bureau told Chinese media/,
    ])
    await expect(page.getByText('Named official')).toHaveCount(0)
    await page.goto('/zh/task-forces/tf-bishan-2024')
    await expect(page.locator('[data-grade="confirmed"]')).toContainText('具名或仅称所在单位')
  })
})

test.describe('what a view is called', () => {
  const view = 'indicator=lgd_balance_special&area=CN-GZ&area=CN-YN&from=2022&to=2024'
  const name = 'Local government debt balance, special: Guizhou, Yunnan, 2022–2024'

  test('is the same in its title, card, citations, frame, oEmbed and feed', async ({ page, request }) => {
    await page.goto(`/@4/debt?${view}`)
    await expect(page).toHaveTitle(`${name} · Pot & Iron`)
    await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', name)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Debt statistics')
    const share = (key: string) => page.locator(`[data-share="${key}"]`)
    await expect(share('citation')).toContainText(`${name}. Pot & Iron, edition 4, `)
    await expect(share('bibtex')).toContainText(`title = {{${name}}}`)
    await expect(share('embed-live')).toContainText(`title="${name} · Pot &amp; Iron"`)
    const at = new URL(page.url())
    const oembed = await request.get(`/oembed?url=${encodeURIComponent(`${at.origin}/debt?${view}`)}`)
    expect(await oembed.json()).toMatchObject({ title: `${name} · Pot & Iron` })
    expect(await (await request.get(`/debt.atom?${view}`)).text()).toContain(`<title>${name}, as it changes · `)
    expect(await (await request.get(`/embed/debt?${view}`)).text()).toContain(`<title>${name}</title>`)
  })

  test('in Chinese, and of other tables', async ({ page }) => {
    await page.goto(`/zh/debt?${view}`)
    await expect(page).toHaveTitle('贵州省、云南省，2022年至2024年：专项债务余额 · 砸锅卖铁')
    await page.goto('/provinces?on=2024-01-01')
    await expect(page).toHaveTitle('Key provinces: 1 Jan 2024 · Pot & Iron')
    await page.goto('/mentions?area=CN-GZ')
    await expect(page).toHaveTitle(/^Mentions of the phrase: Guizhou · /)
  })
})

test.describe('what is looked for', () => {
  test('words are found each by itself and marked, in traditional characters too', async ({ page }) => {
    await page.goto(`/zh/search?q=${encodeURIComponent('璧山 專班')}`)
    const found = page.locator('[aria-labelledby="found-task-forces"]')
    await expect(found.getByRole('link', { name: '重庆市璧山区“砸锅卖铁”工作专班' })).toBeVisible()
    await expect(found.locator('li a mark')).toHaveText(['璧山', '专班'])
    await page.goto('/search?q=Guizhou+debt')
    await expect(page.locator('[data-description]')).toContainText(/^\d+ records? hold/)
    await page.goto(`/mentions?q=${encodeURIComponent('砸鍋賣鐵')}`)
    await expect(page.getByRole('table')).toBeVisible()
  })
})

test.describe('where there is nothing, and in which order things come', () => {
  test('an empty comparison says one thing: to choose places', async ({ page }) => {
    await page.goto('/compare')
    await expect(page.locator('[data-description]')).toHaveText(/^Choose up to 4 places/)
    await expect(page.getByText('0 figures')).toHaveCount(0)
    await expect(page.getByText('Nothing in the record fits')).toHaveCount(0)
  })

  test('five places are too many, which is no misunderstanding', async ({ page }) => {
    await page.goto('/compare?area=CN-GZ&area=CN-YN&area=CN-SC&area=CN-CQ&area=CN-HN')
    await expect(page.getByText('Up to 4 places can be compared at once.')).toBeVisible()
    await expect(page.getByText('was not understood')).toHaveCount(0)
  })

  test('behind the last page the way back is shown', async ({ page }) => {
    await page.goto('/debt?page=99999')
    await expect(page.getByText('This view has only 24 pages; there is no page 99999.')).toBeVisible()
    await page.getByRole('link', { name: 'To the last page' }).click()
    await expect(page).toHaveURL('/debt?page=24')
    await expect(page.getByRole('table')).toBeVisible()
  })

  test('who may have joined is counted', async ({ page }) => {
    await page.goto('/provinces?on=2023-12-15')
    await expect(
      page.getByText('On 15 Dec 2023: 0 on the list, 12 may have joined, 0 had left, 0 may have left.'),
    ).toBeVisible()
  })

  test('places come in the official order on pages and in charts, in files by id', async ({ page, request }) => {
    await page.goto('/areas')
    const names = page.locator('table.ledger tbody th')
    await expect(names.nth(0)).toContainText('China')
    await expect(names.nth(1)).toContainText('Beijing')
    await page.goto('/provinces')
    const provinces = await names.allTextContents()
    const at = (name: string) => provinces.findIndex((text) => text.includes(name))
    expect(at('Inner Mongolia')).toBeLessThan(at('Liaoning'))
    const { rows } = await (await request.get('/@4/areas.json')).json()
    expect(rows[0].id).toBe('150300')
    await page.goto('/zh/debt?indicator=lgd_balance_special&area=CN-HA&area=CN-HB&area=CN-HE')
    const drawn = await page.locator('figure').first().textContent()
    const places = ['河北省', '河南省', '湖北省'].map((name) => drawn?.indexOf(name) ?? -1)
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('on the overview a mention of some day in 2024 does not stand above one of August', async ({ page }) => {
    await page.goto('/')
    const heads = await page.locator('[aria-labelledby="mentions"] .latest-head').allTextContents()
    const bare = heads.findIndex((head) => / · 2024$/.test(head))
    const day = heads.findIndex((head) => /28 Aug 2024/.test(head))
    expect(day).toBeGreaterThanOrEqual(0)
    expect(bare === -1 || day < bare).toBe(true)
  })
})

test.describe('plain words', () => {
  test('a view is described in one sentence', async ({ page }) => {
    await page.goto('/debt?indicator=lgd_balance_special&area=CN-GZ&area=CN-YN&from=2022&to=2022')
    await expect(page.locator('[data-description]')).toHaveText(
      /^\d+ figures? of Local government debt balance, special for Guizhou and Yunnan, 2022\.$/,
    )
  })

  test('ranks by other debt or another day than the balance say so', async ({ page }) => {
    await page.goto('/compare?area=520200&area=CN-GZ')
    await expect(page.getByText('A rank may be by other debt or another day')).toBeVisible()
  })

  test('the record itself is called by its Chinese name in Chinese', async ({ page }) => {
    await page.goto('/zh/@4/editions')
    await expect(page.getByRole('table')).toContainText('砸锅卖铁')
    await expect(page.getByRole('main').getByText('Pot & Iron', { exact: true })).toHaveCount(0)
  })

  test('an indicator is multiplied by a power, and no page mixes quotation marks', async ({ page }) => {
    await page.goto('/indicators/lgd_balance_total')
    await expect(page.locator('dd[data-field=unitMult]')).toHaveText('108')
    await expect(page.locator('dd[data-field=unitMult] sup')).toHaveText('8')
    for (const path of ['/', '/about', '/mentions', '/areas/CN-GZ']) {
      await page.goto(path)
      await expect(page.locator('body')).not.toContainText(/[«»]/)
    }
  })
})
