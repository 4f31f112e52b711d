import { describe, expect, it } from 'vitest'
import { formatPeriodWords } from '@/components/chart/chart-words'
import { BYTES_MOST, drawEmbed } from '@/components/file/embed-page'
import { toChart } from '@/domain/chart/chart'
import type { ChartOptions, ChartRow } from '@/domain/chart/chart-description'
import type { Language } from '@/domain/field'
import { parsePeriod } from '@/domain/period'
import type { Look } from '@/domain/picture'
import { chartEn } from '@/messages/public/chart.en'
import { chartZh } from '@/messages/public/chart.zh'
import { drawCard } from './picture-card'
import { toChartFigure } from './picture-figure'
import { getPalette } from './picture-palette'
import { drawPicture } from './picture-svg'

const ADDRESS = 'https://example.org/@4/debt?indicator=balance'
const SCRIPT = '<script>alert("1")</script>'

function toRow(area: string, period: string, value: string | null, claimant = 'official'): ChartRow {
  const frequency = period.length === 7 ? 'M' : 'I'
  const span = parsePeriod(period, frequency)
  if (!span) throw new Error(`no period: ${period}`)
  const status = value === null ? 'unknown' : claimant === 'official' ? 'official' : 'estimate'
  return {
    ...{ id: `balance.${area}.${period}.${frequency}.${claimant}`, indicator: 'balance', area, period, frequency },
    ...{ claimant, status, value, periodStart: span.start, periodEnd: span.end },
  }
}

function toFigure(
  rows: ChartRow[],
  title = 'Balance',
  lang: Language = 'en',
  measure: ChartOptions['measure'] = 'stock',
) {
  const words = lang === 'en' ? chartEn : chartZh
  const result = toChart(rows, {
    unit: 'CNY',
    unitMult: 8,
    measure,
    labels: { area: (id) => id, claimant: (id) => id, period: (row) => formatPeriodWords(words, row) },
    href: ({ id }) => `/debt/${id}`,
  })
  if (!result.ok) throw new Error(result.choice.kind)
  const worded = { lang, words }
  return { figure: toChartFigure(title, result.chart, worded), worded }
}

function draw(rows: ChartRow[], { title = 'Balance', lang = 'en' as Language, look = {} as Partial<Look> } = {}) {
  const { figure, worded } = toFigure(rows, title, lang)
  const text = { description: '6 figures.', source: 'Published by: Ministry', edition: 'Edition 4', address: ADDRESS }
  return drawPicture({ figure, worded, text, look: { theme: 'light', size: 'large', ...look } })
}

const balance = [
  toRow('CN', '2023-03-31', '368091'),
  toRow('CN', '2023-05-31', '375579'),
  toRow('CN', '2023-06-30', '377999'),
  toRow('CN', '2023-09-30', null),
  toRow('CN', '2023-11-30', '401011'),
  toRow('CN', '2023-12-31', '407373'),
]

describe('a picture', () => {
  it('says what it is, who published it, of which edition, and where it stays', () => {
    const svg = draw(balance)
    for (const text of ['Balance', 'CN · trillion yuan', '6 figures.', 'Published by: Ministry', 'Edition 4', ADDRESS])
      expect(svg).toContain(`>${text}</text>`)
    expect(svg).toContain('Line chart in trillion yuan, 31 Mar 2023 to 31 Dec 2023.')
  })

  it('counts in the reader’s manner at its axes', () => {
    expect(draw(balance)).toContain('>50</text>')
    expect(draw(balance)).toMatch(/>\w{3} 2023<\/text>/)
    expect(draw(balance, { lang: 'zh' })).toContain('CN · 万亿元')
    expect(draw(balance, { lang: 'zh' })).toMatch(/>2023年\d+月<\/text>/)
  })

  it('breaks its line where a month or a value is missing, at the places the values have', () => {
    const [, path = ''] = /<path d="(M[^"]*)" fill="none"/.exec(draw(balance)) ?? []
    const runs = path.split('M').slice(1)
    expect(runs.map((run) => run.split('L').length)).toEqual([2, 2])
    const [lower, higher] = [runs[0], runs[1]].map((run) => Number(run?.split('L')[0]?.split(' ')[1]))
    expect(lower).toBeGreaterThan(higher ?? Number.NaN)
    expect(draw(balance)).toContain(chartEn.notes.breaks)
  })

  it('draws an estimate hollow and dotted', () => {
    const svg = draw([
      ...balance,
      toRow('CN', '2023-06-30', '940000', 'bank'),
      toRow('CN', '2023-07-31', '950000', 'bank'),
    ])
    const [own, other] = getPalette('light').series
    const strokes = [...svg.matchAll(/fill="none" stroke="([^"]*)"[^>]*stroke-dasharray="([^"]*)"/g)]
    expect(strokes.map(([, stroke, dash]) => [stroke, dash])).toEqual([
      [own, 'none'],
      [other, '0.1 4.5'],
    ])
    expect(svg).toContain(`fill="${getPalette('light').paper}" stroke="${getPalette('light').series[1]}"`)
  })

  it('writes what it is given as text, never as markup', () => {
    const svg = draw(balance, { title: SCRIPT })
    expect(svg).not.toContain('<script')
    expect(svg.replace(/<\/text><text[^>]*>/g, '')).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
  })

  it('needs nothing from outside and runs nothing', () => {
    const svg = draw(balance)
    expect(svg).not.toMatch(/<(script|style|image|foreignObject|use|a)\b|href|@import|url\((?!#)|\son\w+=/)
    expect([...svg.matchAll(/https?:\/\/[^\s"<]+/g)].map(([url]) => url)).toEqual([
      'http://www.w3.org/2000/svg',
      ADDRESS,
      ADDRESS,
    ])
  })

  it('is as large and as dark as was asked', () => {
    expect(draw(balance)).toMatch(/^<svg [^>]*width="1200" height="\d+" viewBox="0 0 800 \d+"/)
    expect(draw(balance, { look: { size: 'small' } })).toMatch(/^<svg [^>]*width="800"/)
    const { paper } = getPalette('dark')
    expect(draw(balance, { look: { theme: 'dark' } })).toContain(`fill="${paper}"/>`)
    expect(draw(balance)).not.toContain(paper)
  })
})

describe('a card', () => {
  const text = {
    site: 'Pot & Iron',
    title: SCRIPT,
    description: 'What it is.',
    edition: 'Edition 4',
    host: 'example.org',
  }

  it('has the size sites ask for and escapes what it says', () => {
    const svg = drawCard({ text, worded: { lang: 'en', words: chartEn }, shownOf: '{shown} of {count} shown' })
    expect(svg).toMatch(/^<svg [^>]*width="1200" height="630" viewBox="0 0 800 420"/)
    expect(svg).toContain('Pot &amp; Iron')
    expect(svg).not.toContain('<script')
  })

  it('says how much of a ranking it shows', () => {
    const rows = Array.from({ length: 9 }, (_, index) => toRow(`CN-${index}`, '2026-05', String(90 - index)))
    const { figure, worded } = toFigure(rows, 'Bonds', 'en', 'flow')
    const svg = drawCard({ text, worded, figure, shownOf: '{shown} of {count} shown' })
    expect(svg).toMatch(/>[1-8] of 9 shown</)
    expect(svg).toContain('>CN-0</text>')
    expect(svg).not.toContain('>CN-8</text>')
  })
})

describe('a frame', () => {
  const { figure, worded } = toFigure(balance)
  const props = {
    ...{ figure, worded, theme: 'auto' as const, title: 'Balance', description: '6 figures.' },
    ...{ source: 'Published by: Ministry', edition: 'Edition 4', link: { href: ADDRESS, text: 'This view' } },
    describeCut: (rows: number) => (rows < 100 ? `first ${rows}` : null),
  }
  const toTable = (cell: string) => ({
    heads: ['Period', 'Value'],
    numeric: [false, true],
    rows: Array.from({ length: 100 }, () => [cell, '1']),
  })

  it('holds drawing, table and a line back, without script', () => {
    const html = drawEmbed({ ...props, table: toTable('2023') })
    expect(html).toContain(`<a href="${ADDRESS}" target="_blank" rel="noopener">This view</a>`)
    expect(html.match(/<tr>/g)).toHaveLength(101)
    expect(html.match(/<svg /g)).toHaveLength(2)
    expect(html).not.toMatch(/<script|<link|@import/)
  })

  it('stays within its size: rows go, and how many are left is said', () => {
    const html = drawEmbed({ ...props, table: toTable(`${SCRIPT}${'长'.repeat(300)}`) })
    expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(BYTES_MOST)
    const rows = (html.match(/<tr>/g)?.length ?? 0) - 1
    expect(rows).toBeGreaterThan(0)
    expect(html).toContain(`first ${rows}`)
    expect(html).not.toContain('<script')
  })
})
