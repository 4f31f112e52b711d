import { expect, test } from 'vitest'
import { comparePlaces } from './place-order'

test('places come in the official order, what lies in a province after it', () => {
  const places = [
    { id: '150300', fields: { gbCode: '150300' } },
    { id: '210000-X', fields: {} },
    { id: 'CN', fields: { gbCode: '100000' } },
    { id: 'CN-HA', fields: { gbCode: '410000' } },
    { id: 'CN-HB', fields: { gbCode: '420000' } },
    { id: 'CN-HE', fields: { gbCode: '130000' } },
    { id: 'CN-LN', fields: { gbCode: '210000' } },
    { id: 'CN-NM', fields: { gbCode: '150000' } },
    { id: 'XPCC' },
  ]
  expect(places.toSorted(comparePlaces).map(({ id }) => id)).toEqual([
    'CN',
    'CN-HE',
    'CN-NM',
    '150300',
    'CN-LN',
    '210000-X',
    'CN-HA',
    'CN-HB',
    'XPCC',
  ])
})
