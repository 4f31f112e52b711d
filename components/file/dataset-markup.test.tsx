import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { toReading } from '@/components/view/reading'
import { getDefaultView } from '@/domain/view'
import { type Dataset, DatasetMarkup } from './dataset-markup'

const edition = { edition: 4, current: 4, pinned: false }
const view = { ...getDefaultView('debt'), area: ['CN-GZ'], from: '2023', page: 3 }

function toDataset(change: Partial<Dataset> = {}): Dataset {
  return {
    reading: toReading('en', edition, new Date('2026-11-23T08:00:00Z'), { area: { 'CN-GZ': { nameEn: 'Guizhou' } } }),
    address: { language: 'en', page: 'debt', view },
    title: 'Debt statistics',
    description: 'Every figure with its place.',
    total: 12,
    origin: 'https://example.org',
    indicators: [{ id: 'lgd', text: 'Balance' }],
    ...change,
  }
}

function draw(dataset: Dataset): string {
  return renderToStaticMarkup(<DatasetMarkup {...dataset} />)
}

function parse(html: string): Record<string, unknown> {
  return JSON.parse(html.replace(/^<script type="application\/ld\+json">|<\/script>$/g, ''))
}

test('a view is described whole, with what it covers and where its rows are', () => {
  expect(parse(draw(toDataset()))).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: 'Debt statistics · Pot & Iron',
    url: 'https://example.org/debt?area=CN-GZ&from=2023',
    identifier: 'https://example.org/@4/debt?area=CN-GZ&from=2023',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    version: '4',
    dateModified: '2026-11-23T08:00:00.000Z',
    temporalCoverage: '2023/..',
    spatialCoverage: [
      { '@type': 'Place', name: 'Guizhou', identifier: 'CN-GZ', url: 'https://example.org/areas/CN-GZ' },
    ],
    variableMeasured: [{ '@type': 'PropertyValue', name: 'Balance', propertyID: 'lgd' }],
    distribution: [
      { encodingFormat: 'application/json', contentUrl: 'https://example.org/@4/debt.json?area=CN-GZ&from=2023' },
      { encodingFormat: 'text/csv', contentUrl: 'https://example.org/@4/debt.csv?area=CN-GZ&from=2023' },
      { contentUrl: 'https://example.org/@4/debt.xlsx?area=CN-GZ&from=2023' },
    ],
  })
})

test('a view too large for a workbook names none', () => {
  expect(draw(toDataset({ total: 10_001 }))).not.toContain('.xlsx')
  expect(draw(toDataset({ total: 10_000 }))).toContain('.xlsx')
})

test('a view without rows is no dataset', () => {
  expect(draw(toDataset({ total: 0 }))).toBe('')
})

test('no text of a view ends its script', () => {
  const title = '</script><script>alert(1)</script><!--'
  const html = draw(toDataset({ title }))
  expect(html.match(/<\/?script|<!--/g)).toEqual(['<script', '</script'])
  expect(parse(html).name).toBe(`${title} · Pot & Iron`)
})
