import { expect } from '@playwright/test'
import { languages } from './testing/pages'
import { test } from './testing/warm-page'

/** Places of every kind: the country, a province, prefectures, counties, a statistical scope. */
const kinds = ['CN', 'CN-GZ', '520200', '150300', '500120', '150921', '210000-X', '620100'] as const

test.describe('one place', () => {
  test('leads with what matters; its codes come after', async ({ page }) => {
    await page.goto('/areas/CN-GZ')
    await expect(page.locator('[data-lead]')).toHaveText(
      'On 31 Dec 2025, Guizhou owed 1.94 trillion yuan in statutory debt. That year it used 92.4% of its limit. It owed 3.7% of the national figure of 31 Dec 2024.',
    )
    const heads = await page.getByRole('heading', { level: 2 }).allTextContents()
    expect(heads.indexOf('Debt and its limit')).toBeGreaterThan(-1)
    expect(heads.indexOf('Names and codes')).toBeGreaterThan(heads.indexOf('Said and set up here and below'))
  })

  test('says what is computed and of what', async ({ page }) => {
    await page.goto('/areas/CN-GZ')
    await expect(page.locator('[data-finding="share"]')).toContainText(
      'Computed: 1.75 trillion yuan ÷ national 47.5 trillion yuan, 31 Dec 2024',
    )
    await expect(page.locator('[data-finding="use"]')).toContainText('Computed: balance 1.94 trillion yuan ÷ limit 2.1')
  })

  test('stands among its like, in a picture with words and in a list', async ({ page }) => {
    await page.goto('/areas/520200')
    const peers = page.getByRole('region', { name: 'Beside places of its kind' })
    await expect(peers.getByRole('img')).toHaveAccessibleName(
      /^Liupanshui ranks \d+ of \d+ by Local government debt balance/,
    )
    await peers.getByText(/^All \d+ in order$/).click()
    await expect(peers.locator('[aria-current]')).toContainText('Liupanshui')
  })

  test('draws a doubtful stay on the list doubtfully', async ({ page }) => {
    await page.goto('/areas/CN-NM')
    const strip = page.getByRole('region', { name: 'On the list of Document No. 47' })
    await expect(strip.getByRole('img')).toHaveAccessibleName(
      /On the list, 31 Dec 2023 to 6 Mar 2024, May have left, 7 Mar 2024 to 31 Jul 2025, Has left, since 1 Aug 2025/,
    )
    await expect(strip.locator('[data-state="may-have-left"]')).toHaveCount(1)
    await expect(strip.getByRole('listitem').first()).toContainText('no later than Jul 2025')
  })

  test('a place below a province is told what its province is on; a scope is not', async ({ page }) => {
    await page.goto('/areas/520200')
    await expect(page.getByText('Liupanshui lies in Guizhou, which the list has named:')).toBeVisible()
    await page.goto('/areas/210000-X')
    await expect(page.locator('[data-scope]')).toContainText('never stands in for Liaoning')
    await expect(page.getByText('What is known of Liaoning does not pass for it.')).toBeVisible()
    await page.goto('/areas/CN-LN')
    await expect(page.locator('[data-scopes]')).toContainText('Liaoning (excluding Dalian)')
  })

  test('a place without figures says so', async ({ page }) => {
    await page.goto('/areas/620100')
    await expect(page.getByText('The record holds no figure of what Lanzhou owes.')).toBeVisible()
    await expect(page.getByText('No balance or limit of this place is in the record.')).toBeVisible()
  })

  for (const { prefix } of languages) {
    test(`every kind of place opens in ${prefix || 'English'}, live and pinned, without scripts`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
      const page = await context.newPage()
      for (const id of kinds) {
        for (const edition of ['', '/@4']) {
          const answer = await page.goto(`${prefix}${edition}/areas/${id}`)
          expect(answer?.status(), id).toBe(200)
          await expect(page.locator('[data-lead]'), id).toBeVisible()
          await expect(page.locator('#identity'), id).toBeVisible()
        }
      }
      await context.close()
    })
  }
})

test.describe('places compared', () => {
  test('are chosen on the page of one, without scripts', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
    const page = await context.newPage()
    await page.goto('/@4/areas/CN-GZ')
    await page.locator('summary', { hasText: /^Compare$/ }).click()
    await page.getByRole('combobox').selectOption('Chongqing')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL('/@4/compare?area=CN-CQ&area=CN-GZ')
    await expect(page.locator('[data-place]')).toHaveCount(2)
    await context.close()
  })

  test('are ticked on the list of places, without scripts', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
    const page = await context.newPage()
    await page.goto('/zh/areas?kind=prefecture')
    await page.getByLabel('比较乌海市').check()
    await page.getByLabel('比较六盘水市').check()
    await page.getByRole('button', { name: '比较勾选的地区' }).click()
    await expect(page).toHaveURL('/zh/compare?area=150300&area=520200')
    await expect(page.getByRole('heading', { name: '同一刻度下的债务' })).toBeVisible()
    await context.close()
  })

  test('stand in columns by the same findings', async ({ page }) => {
    await page.goto('/compare?area=150300&area=520200&area=CN-NM')
    await expect(page).toHaveTitle(/^Places compared: Wuhai, Liupanshui, Inner Mongolia/)
    const columns = page.locator('[data-place]')
    await expect(columns).toHaveCount(3)
    for (const name of ['Use of the limit', 'Share of the national figure', 'List of Document No. 47']) {
      const tops = await columns
        .locator('dt', { hasText: name })
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
      expect(new Set(tops).size, name).toBe(1)
    }
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      /\/compare\?area=150300&area=520200&area=CN-NM$/,
    )
    await expect(page.locator('link[hreflang="zh-Hans"]')).toHaveAttribute('href', /\/zh\/compare\?/)
  })

  test('stand under one another on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/compare?area=CN-CQ&area=CN-GZ')
    const lefts = await page
      .locator('[data-place]')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)))
    expect(lefts).toEqual([16, 16])
  })

  test('are four at most: a fifth is refused, and the notice names the limit', async ({ page, request }) => {
    const five = 'area=CN-CQ&area=CN-GS&area=CN-GZ&area=CN-HL&area=CN-YN'
    await page.goto(`/compare?${five}`)
    await expect(page).toHaveURL('/compare?area=CN-CQ&area=CN-GS&area=CN-GZ&area=CN-HL&ignored=area')
    await expect(page.getByRole('status').filter({ hasText: 'Up to 4 places can be compared at once.' })).toBeVisible()
    await expect(page.locator('[data-place]')).toHaveCount(4)
    const file = await request.get(`/compare.json?${five}`)
    expect(file.status()).toBe(400)
    expect(await file.json()).toMatchObject({ title: 'not-understood', ignored: ['area'] })
  })

  test('have the same rows as files', async ({ request }) => {
    const json = await (await request.get('/@4/compare.json?area=150300&area=520200')).json()
    const csv = await (await request.get('/@4/compare.csv?area=150300&area=520200')).text()
    expect(json.total).toBe(57)
    expect(csv.trim().split('\r\n')).toHaveLength(json.total + 1)
    const none = await (await request.get('/compare.csv')).text()
    expect(none.trim().split('\r\n')).toHaveLength(1)
  })
})

test.describe('the overview', () => {
  test('is an argument in four pictures, each with its finding, dates, sources and view', async ({ page }) => {
    await page.goto('/')
    for (const name of [
      'How much',
      'Who says what',
      'Where: the twelve of Document No. 47',
      'Borrowing new to repay old',
    ]) {
      const part = page.getByRole('region', { name })
      await expect(part.locator('.part-finding'), name).not.toBeEmpty()
      await expect(part.getByText(/^Reference dates?: /), name).toBeVisible()
      await expect(part.getByText(/^Sources: /), name).toBeVisible()
      await expect(part.getByRole('link', { name: new RegExp(`^See all ?, ${name}`) }), name).toBeVisible()
    }
    await expect(page.getByRole('region', { name: 'How much' })).toContainText('Special debt')
    await expect(page.getByRole('region', { name: 'Who says what' })).toContainText('Financing platforms only')
  })

  test('cuts nothing off on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['/', '/zh']) {
      await page.goto(path)
      const wide = await page
        .locator('main :is(table, ol, ul, dl, svg, figure)')
        .evaluateAll((all) =>
          all
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
            .map((one) => one.outerHTML.slice(0, 80)),
        )
      expect(wide, path).toEqual([])
    }
  })
})

test('prints a chart with its table, its sources and its pinned address', async ({ page }) => {
  for (const path of ['/debt?indicator=lgb_issue_new&area=CN', '/areas/CN-GZ']) {
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden()
    await expect(page.locator('svg').first()).toBeVisible()
    await expect(page.getByRole('table').first()).toBeVisible()
    await expect(page.locator('[data-pinned-address]')).toContainText('/@4/')
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: null })
  }
})

test('says honestly how accessible it is', async ({ page }) => {
  await page.goto('/zh')
  await page.getByRole('contentinfo').getByRole('link', { name: '无障碍说明' }).click()
  await expect(page).toHaveURL('/zh/accessibility')
  await expect(page.getByRole('heading', { name: '已知不足与未知之处' })).toBeVisible()
})
