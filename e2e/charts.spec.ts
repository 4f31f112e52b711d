import { expect } from '@playwright/test'
import { pointAt } from './testing/awaken'
import { makePublisher, type Publisher } from './testing/publisher'
import { type Site, startSite } from './testing/site'
import { test } from './testing/warm-page'

const GUIZHOU = 'indicator=lgd_balance_special&area=CN-GZ'
const BALANCE = 'lgd_balance_special.CN-GZ.2024-12-31.I.official'
const LIMIT = 'lgd_limit_special.CN-GZ.2024.A.official'
const PARTS = 'indicator=lgb_issue_new&indicator=lgb_issue_refi&area=CN'

test('a measure is named as computed, with its formula and the two figures it comes from', async ({ page }) => {
  // 8,857.93 of a limit of 11,359.38 is 77.979 %.
  for (const { path, name, formula } of [
    { path: '/@4/debt', name: 'Use of the limit (computed)', formula: /balance at the end of a year ÷ the limit/ },
    { path: '/zh/@4/debt', name: '限额使用率（计算值）', formula: /年末债务余额÷当年债务限额/ },
  ]) {
    await page.goto(`${path}?${GUIZHOU}&measure=use`)
    await expect(page.getByRole('columnheader', { name })).toBeVisible()
    await expect(page.getByRole('figure').getByText(formula)).toBeVisible()
    const row = page.locator(`tr[id="${BALANCE}"]`)
    await expect(row).toContainText('77.98%')
    await expect(row.getByRole('link', { name: '8,857.93' })).toHaveAttribute('href', `${path}/${BALANCE}`)
    await expect(row.getByRole('link', { name: '11,359.38' })).toHaveAttribute('href', `${path}/${LIMIT}`)
  }
})

test('files, pictures and frames hold the same computed value', async ({ request }) => {
  const read = async (path: string) => (await request.get(path)).text()
  const { rows } = JSON.parse(await read(`/@4/debt.json?${GUIZHOU}&measure=use`)) as {
    rows: { id: string; value: string; computed: object }[]
  }
  expect(rows.find(({ id }) => id === BALANCE)).toMatchObject({
    value: '8857.93',
    computed: {
      ...{ measure: 'use', unit: 'percent', value: '77.98' },
      operands: [
        { id: BALANCE, value: '8857.93' },
        { id: LIMIT, value: '11359.38' },
      ],
    },
  })
  const [heads = '', ...lines] = (await read(`/@4/debt.csv?${GUIZHOU}&measure=use`)).split('\r\n')
  expect(heads).toMatch(/,CITATIONS,COMPUTED_MEASURE,COMPUTED_PERCENT,COMPUTED_FROM$/)
  expect(lines.filter((line) => line.endsWith(`,use,77.98,${BALANCE};${LIMIT}`))).toHaveLength(1)
  expect(await read(`/@4/debt.svg?${GUIZHOU}&measure=use`)).toContain('Use of the limit: Local government debt balance')
  expect(await read(`/zh/@4/debt.svg?${GUIZHOU}&measure=use`)).toContain('限额使用率：')
  expect(await read(`/embed/@4/debt?${GUIZHOU}&measure=use`)).toContain('77.98%')
})

test('places are ranked and mapped by what is computed', async ({ page }) => {
  await page.goto(
    '/@4/debt?indicator=lgd_balance_special&frequency=I&from=2024-12-31&to=2024-12-31&chart=ranking&measure=use',
  )
  const ranking = page.getByRole('table', { name: /^Use of the limit: Local government debt balance, special/ })
  const shares = await ranking.locator('td.claim-scale').allInnerTexts()
  const numbers = shares.map((text) => Number.parseFloat(text))
  expect(numbers.length).toBeGreaterThan(20)
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  await expect(ranking.getByRole('row', { name: /Guizhou/ })).toContainText('77.98%')
  await page.goto('/zh/@4/debt?indicator=lgd_balance_special&chart=map&measure=share')
  await expect(
    page
      .getByRole('list', { name: /^占全国比重：/ })
      .locator('[data-level]')
      .first(),
  ).toBeVisible()
})

test('a map and a ranking hold what their view holds, and so do their pictures', async ({ page, request }) => {
  await page.goto('/@4/debt?indicator=lgd_balance_special&from=2022&to=2022&chart=map')
  await expect(page.getByRole('list', { name: /special, 31 Dec 2022$/ })).toBeVisible()
  await page.goto('/@4/debt?indicator=lgd_balance_special&area=CN-GZ&area=CN-YN&chart=ranking')
  await expect(page.locator('td.claim-scale')).toHaveCount(2)
  await expect(page.getByText('2 of 2 chosen places have a figure for 31 Dec 2025.')).toBeVisible()
  const read = async (query: string) => (await request.get(`/@4/debt.svg?indicator=lgd_balance_special${query}`)).text()
  expect(await read('&from=2022&to=2022&chart=map')).toContain('provinces have a figure for 31 Dec 2022.')
  const ranking = await read('&area=CN-GZ&area=CN-YN&chart=ranking')
  expect(ranking).toContain('2 of 2 chosen places have a figure for 31 Dec 2025.')
  expect(ranking).not.toContain('Sichuan')
})

test('one indicator of many places is a map, with its classes and what to choose to see it over time', async ({
  page,
  request,
}) => {
  for (const { path, classes, help, drawn } of [
    {
      path: '/@4/debt',
      classes: 'Classes, from the least to the most',
      help: /This view holds 53 places\. Choose up to 36/,
      drawn: '31 of 31 provinces have a figure for 31 Dec 2024.',
    },
    {
      path: '/zh/@4/debt',
      classes: '分档（由低到高）',
      help: /53个地区；选定不超过36个/,
      drawn: '31个省级地区中，31个有2024年12月31日的数据。',
    },
  ]) {
    await page.goto(`${path}?indicator=lgd_balance_special`)
    await expect(page.locator('.tile-map [data-level]')).toHaveCount(31)
    await expect(page.getByRole('list', { name: classes }).getByRole('listitem')).toHaveCount(6)
    await expect(page.getByText(help)).toBeVisible()
    await expect(page.getByText(drawn)).toBeVisible()
    const svg = await (await request.get(`${path}.svg?indicator=lgd_balance_special`)).text()
    expect(svg).toContain(drawn)
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await expect(page.locator('.map-values li')).toHaveCount(31)
  await expect(page.locator('.map-values li').first()).toBeVisible()
})

test('a measure that does not apply says what it needs, on the page and for a picture', async ({ page, request }) => {
  await page.goto('/debt?indicator=lgb_stock_rate&measure=use')
  await expect(
    page.getByText(/Use of the limit cannot be computed for this indicator\. It needs a debt balance/),
  ).toBeVisible()
  await page.locator('[data-formula]').getByRole('link', { name: 'Local government debt balance', exact: true }).click()
  await expect(page).toHaveURL('/debt?indicator=lgd_balance_total&measure=use')
  const picture = await request.get('/debt.svg?indicator=lgb_stock_rate&measure=use')
  expect(picture.status()).toBe(422)
  expect(await picture.text()).toContain('It needs a debt balance')
})

test('what is not understood is a notice on a page and a problem for a file', async ({ page, request }) => {
  for (const [key, value] of [
    ['chart', 'pie'],
    ['measure', 'median'],
    ['events', 'weather'],
  ] as const) {
    await page.goto(`/debt?${GUIZHOU}&${key}=${value}`)
    await expect(page).toHaveURL(`/debt?${GUIZHOU}&ignored=${key}`)
    await expect(page.getByRole('status')).toBeVisible()
    for (const form of ['json', 'csv', 'xlsx', 'svg', 'png']) {
      const answer = await request.get(`/debt.${form}?${GUIZHOU}&${key}=${value}`)
      expect(answer.status(), `${form} ${key}`).toBe(400)
      expect(answer.headers()['content-type']).toContain('application/problem+json')
    }
  }
  expect((await request.get(`/debt.png?${GUIZHOU}&size=huge`)).status()).toBe(400)
})

test('the parts of a flow stand on each other; a whole beside its parts must be chosen', async ({ page }) => {
  await page.goto(`/@4/debt?${PARTS}&frequency=A`)
  const chart = page.locator('figure.chart')
  await expect(chart.locator('.chart-title')).toHaveText('Local government bonds issued, in parts')
  const boxes = await chart
    .locator('.chart-marks .chart-bar')
    .evaluateAll((bars) =>
      bars.map((bar) => bar.getBoundingClientRect()).map(({ left, top, bottom }) => ({ left, top, bottom })),
    )
  const [first, second, third, fourth] = boxes
  expect(boxes).toHaveLength(4)
  expect(third?.left).toBeCloseTo(first?.left ?? 0, 0)
  expect(third?.bottom).toBeCloseTo(first?.top ?? 0, 0)
  expect(fourth?.bottom).toBeCloseTo(second?.top ?? 0, 0)
  await page.goto(`/@4/debt?${PARTS}&indicator=lgb_issue_total&frequency=A`)
  await expect(page.getByText('This view holds more than one indicator.')).toBeVisible()
})

test('events are marked below the time axis and listed with links', async ({ page, request }) => {
  const view = 'indicator=lgd_balance_total&area=CN&events=documents&events=mentions'
  await page.goto(`/@4/debt?${view}`)
  const documents = page.locator('.chart-events details').first()
  const listed = await documents.locator('li').count()
  expect(listed).toBeGreaterThan(5)
  await expect(page.locator('.chart-lane').first().locator('title')).toHaveCount(listed)
  await documents.evaluate((details) => details.setAttribute('open', ''))
  await expect(documents.getByRole('link').first()).toHaveAttribute('href', /^\/@4\/documents\//)
  expect(await (await request.get(`/zh/@4/debt.svg?${view}`)).text()).toContain('>提及</text>')
})

test('the chart that comes with the pointer lies on the one before: nothing moves', async ({ page }) => {
  await page.goto(`/@4/debt?${PARTS}&events=documents`)
  const frame = page.locator('.chart-frame').first()
  await frame.scrollIntoViewIfNeeded()
  await frame.hover({ position: { x: 2, y: 2 }, trial: true })
  const before = await frame.boundingBox()
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      Object.assign(window, { shifts: list.getEntries().length })
    }).observe({ type: 'layout-shift' })
  })
  await pointAt(frame)
  await expect(page.locator('.chart-live')).toBeVisible()
  expect(await frame.boundingBox()).toEqual(before)
  await frame.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.chart-told')).toContainText('Refinancing bonds issued')
  expect(await page.evaluate(() => (window as { shifts?: number }).shifts ?? 0)).toBe(0)
})

test('a series is taken out of the drawing by its box, without a script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}/@4/debt?indicator=lgd_balance_special&area=CN-GZ&area=CN-YN`)
  const lines = page.locator('.chart-marks .chart-line')
  await expect(lines).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'Guizhou' }).and(page.locator('.chart-legend input')).uncheck()
  await expect(lines.first()).toBeHidden()
  await expect(lines.last()).toBeVisible()
  await context.close()
})

test('a series taken out does not dim the others while the pointer rests on its box', async ({ page }) => {
  await page.goto('/@4/debt?indicator=lgd_balance_special&area=CN-GZ&area=CN-YN')
  const box = page.getByRole('checkbox', { name: 'Guizhou' }).and(page.locator('.chart-legend input'))
  const other = page.locator('.chart-marks .chart-line').last()
  await box.hover()
  await expect(other).toHaveCSS('opacity', '0.28')
  await box.uncheck()
  await expect(other).toHaveCSS('opacity', '1')
})

test('what stands on a time axis is offered where there is one', async ({ page }) => {
  const events = page.getByRole('navigation', { name: 'On the time axis' })
  await page.goto(`/@4/debt?${GUIZHOU}`)
  await expect(events).toBeVisible()
  for (const chart of ['map', 'ranking']) {
    await page.goto(`/@4/debt?indicator=lgd_balance_special&chart=${chart}`)
    await expect(events).toHaveCount(0)
  }
})

test('what the record notes of a figure is marked in the chart, told below it and in the table', async ({
  page,
  request,
}) => {
  await page.goto(`/@4/debt?${GUIZHOU}`)
  const notes = page.getByRole('list', { name: 'Notes of the record on these figures' })
  const restated = "year-end actual as restated in the following year's table"
  await expect(notes).toContainText(restated)
  await expect(page.locator('.chart-svg .chart-sign').first()).toHaveText('a')
  await expect(page.locator('.figure-note').filter({ hasText: restated }).first()).toBeVisible()
  const svg = await (await request.get(`/@4/debt.svg?${GUIZHOU}`)).text()
  expect(svg).toContain('a  year-end actual as restated')
})

test('the figure told at a point stays inside the window of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  for (const view of ['indicator=lgd_balance_total&area=CN', 'indicator=lgd_balance_special&area=CN-GZ']) {
    await page.goto(`/@4/debt?${view}`)
    const frame = page.locator('.chart-frame').first()
    await pointAt(frame)
    await expect(page.locator('.chart-live')).toBeVisible()
    await frame.focus()
    for (const key of ['Home', ...Array.from({ length: 8 }, () => 'ArrowRight')]) {
      await page.keyboard.press(key)
      const box = await page.locator('.chart-told').boundingBox()
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390, key).toBe(true)
    }
  }
})

test('a figure is told in what its axis counts in', async ({ page }) => {
  await page.goto('/@4/debt?indicator=lgd_balance_special&area=CN')
  await expect(page.locator('.chart-scale')).toContainText('trillion yuan')
  await expect(page.locator('.chart-links title').first()).toContainText('trillion yuan')
})

test('refinancing has one drawing, and the keys of drawings are printed', async ({ page }) => {
  await page.goto('/@4')
  await expect(page.locator('.issuance rect[data-part="refi"]').first()).toHaveAttribute(
    'fill',
    'url(#home-issuance-hatch-2)',
  )
  await page.emulateMedia({ media: 'print' })
  for (const key of ['.said-key span', '.tile-key span', '.issuance-key span']) {
    const printed = await page
      .locator(key)
      .evaluateAll((keys) => keys.map((one) => getComputedStyle(one, '::before').printColorAdjust))
    expect(printed.length, key).toBeGreaterThan(1)
    expect(new Set(printed), key).toEqual(new Set(['exact']))
  }
})

test.describe('a pinned page after a correction', () => {
  let site: Site
  let publisher: Publisher
  test.beforeAll(async () => {
    test.setTimeout(120_000)
    site = await startSite()
    publisher = await makePublisher(site)
    await publisher.publish({ noun: 'observation', id: BALANCE }, { value: '9000' })
  })
  test.afterAll(async () => {
    await publisher?.close()
    await site?.stop()
  })

  test('marks the very cell and the very point, one step from what, why and who', async ({ page }) => {
    await page.goto(`${site.baseUrl}/@4/debt?${GUIZHOU}`)
    await expect(page.locator('.chart-ring')).toHaveCount(1)
    await expect(page.getByText(/Ringed in red: one figure that differs/)).toBeVisible()
    const mark = page.locator(`tr[id="${BALANCE}"] [data-changed]`)
    await expect(mark).toHaveText('now 9,000')
    await expect(page.locator('[data-changed]')).toHaveCount(1)
    await mark.click()
    const told = page.locator(`[data-drift="${BALANCE}"]`)
    await expect(told).toBeInViewport()
    await expect(told).toContainText('A change of the tests')
    await expect(told.locator('[data-field="value"]')).toContainText('9,000')
  })

  test('marks what is computed from it, and nothing on the live page', async ({ page }) => {
    // 9,000 of 11,359.38 is 79.23 %.
    await page.goto(`${site.baseUrl}/@4/debt?${GUIZHOU}&measure=use`)
    const row = page.locator(`tr[id="${BALANCE}"]`)
    await expect(row).toContainText('77.98%')
    await expect(row.locator('[data-drift-computed]')).toHaveText('now 79.23%')
    await expect(page.locator('.chart-ring')).toHaveCount(1)
    await page.goto(`${site.baseUrl}/debt?${GUIZHOU}&measure=use`)
    await expect(row).toContainText('79.23%')
    await expect(page.locator('.chart-ring, [data-changed], [data-drift-computed]')).toHaveCount(0)
  })
})
