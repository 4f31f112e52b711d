import { expect, test } from 'vitest'
import { getClaimKind, readNominalDate } from './claim'

test('a target is no estimate, though the record keeps it as one', () => {
  expect(getClaimKind({ indicator: 'hidden_debt_target', status: 'estimate' })).toBe('target')
  expect(getClaimKind({ indicator: 'lgfv_debt', status: 'estimate' })).toBe('estimate')
  expect(getClaimKind({ indicator: 'lgd_balance_total', status: 'official' })).toBe('official')
})

test('of a nominal date only what is known is told', () => {
  const imf = { period: '2023-12-31', note: '"this year" in an August 2023 article; year-end date nominal' }
  expect(readNominalDate(imf)).toEqual({ known: '2023', nominal: 'year-end' })
  const bank = { period: '2023-08-31', note: 'reported as of August 2023, including more; day nominal' }
  expect(readNominalDate(bank)).toEqual({ known: '2023-08', nominal: 'day' })
  expect(readNominalDate({ period: '2023-08-31', note: 'day nominally' })).toBeNull()
  expect(readNominalDate({ period: '2023-08-31' })).toBeNull()
})
