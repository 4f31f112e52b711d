import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyFields } from '@/domain/field'
import { listWarnings } from '@/domain/warning'
import { loadFirstData } from './first-data'
import { getSurroundings } from './get-surroundings'
import { useTestDatabase } from './testing/use-database'

useTestDatabase()

beforeAll(async () => {
  await loadFirstData()
})

function figure(id: string, value: string, citations = [{ source: 's-seed' }]): AnyFields {
  const [indicator, area, period, frequency, claimant] = id.split('.')
  return { indicator, area, period, frequency, claimant, value, status: 'official', citations }
}

async function read(...all: AnyFields[]) {
  const { figures, reliabilities } = await getSurroundings(all.map((fields) => ({ noun: 'observation', fields })))
  return { figures: Object.fromEntries([...figures].map(([id, { value }]) => [id, value])), reliabilities }
}

describe('what stands around a figure', () => {
  test('the others of its identities, and the nearest before and after in its series', async () => {
    const { figures, reliabilities } = await read(figure('lgd_balance_special.CN-GZ.2024-12-31.I.official', '1'))
    expect(figures).toEqual({
      'lgd_balance_general.CN-GZ.2024-12-31.I.official': '8679.18',
      'lgd_balance_total.CN-GZ.2024-12-31.I.official': '17537.09',
      'lgd_balance_special.CN-GZ.2024-12-31.I.official': '8857.93',
      'lgd_limit_special.CN-GZ.2024.A.official': '11359.38',
      'lgd_balance_special.CN-GZ.2023-12-31.I.official': '6893.35',
      'lgd_balance_special.CN-GZ.2025-12-31.I.official': '10541.44',
    })
    expect([...reliabilities]).toEqual([['s-seed', 'C']])
  })

  test('a period that is not there yet has the newest before it', async () => {
    const { figures } = await read(figure('lgd_balance_total.150300.2030-12-31.I.official', '1'))
    expect(figures).toEqual({ 'lgd_balance_total.150300.2025-12-31.I.official': '353.91' })
  })

  test('of several at once, and of what is no figure or cites nothing', async () => {
    const { figures } = await read(
      figure('lgd_balance_total.150300.2030-12-31.I.official', '1'),
      figure('lgd_balance_total.220400.2021-12-31.I.official', '1'),
    )
    expect(figures).toMatchObject({
      'lgd_balance_total.150300.2025-12-31.I.official': '353.91',
      'lgd_balance_total.220400.2022-12-31.I.official': '134.41',
    })
    const none = await getSurroundings([
      { noun: 'document', fields: { titleEn: 'Plan', citations: [{ source: 's-nowhere' }] } },
      { noun: 'source', fields: { title: 'Page' } },
    ])
    expect([none.figures.size, none.reliabilities.size]).toEqual([0, 0])
  })

  test('is enough to warn: 1,000,000 is neither the sum nor near it, and more than the limit', async () => {
    const fields = figure('lgd_balance_special.CN-GZ.2024-12-31.I.official', '1000000')
    const warnings = listWarnings('observation', fields, await getSurroundings([{ noun: 'observation', fields }]))
    // 17,537.09 − (8,679.18 + 1,000,000) = −991,142.09; 11,359.38 − 1,000,000 = −988,640.62.
    expect(warnings).toMatchObject([
      { code: 'weak' },
      { code: 'identity', kind: 'sum', difference: '991142.09' },
      { code: 'identity', kind: 'most', difference: '988640.62' },
      { code: 'far', side: 'above', neighbours: [{ value: '6893.35' }, { value: '10541.44' }] },
    ])
  })
})
