import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseCsv } from './csv'
import { getMemberState, type Member, type MemberState } from './member'
import { fromCsvCells } from './record-csv'

const members = readMembers()

function readMembers(): Map<string, Member> {
  const file = new URL('../db/seed/0002-documents-and-lists/members.csv', import.meta.url)
  const csv = parseCsv(readFileSync(file, 'utf8'))
  if (!csv.ok) throw new Error(csv.problem.code)
  return new Map(
    csv.file.records.map(({ cells }) => {
      const record = fromCsvCells('member', cells)
      if (!record.ok) throw new Error(cells.ID)
      const member = record.fields as Member
      return [member.area, member]
    }),
  )
}

function listAreas(on: string | undefined, state: MemberState): string[] {
  return [...members].filter(([, member]) => getMemberState(member, on) === state).map(([area]) => area)
}

const twelve = [
  'CN-TJ',
  'CN-NM',
  'CN-LN',
  'CN-JL',
  'CN-HL',
  'CN-GX',
  'CN-CQ',
  'CN-GZ',
  'CN-YN',
  'CN-GS',
  'CN-QH',
  'CN-NX',
]
const ten = twelve.filter((area) => area !== 'CN-NM' && area !== 'CN-JL')

describe('the twelve of Document No. 47', () => {
  test('nobody is on the list before December 2023, all may have joined during it', () => {
    expect(listAreas('2023-11-30', 'not-yet')).toEqual(twelve)
    expect(listAreas('2023-12-01', 'may-have-joined')).toEqual(twelve)
    expect(listAreas('2023-12-30', 'may-have-joined')).toEqual(twelve)
    expect(listAreas('2023-12-31', 'in')).toEqual(twelve)
  })

  test('all are in on 1 January 2024', () => {
    expect(listAreas('2024-01-01', 'in')).toEqual(twelve)
  })

  test('after the last report that names all twelve, two may have left', () => {
    expect(listAreas('2024-03-06', 'in')).toEqual(twelve)
    expect(listAreas('2024-03-07', 'may-have-left')).toEqual(['CN-NM', 'CN-JL'])
    expect(listAreas('2024-03-07', 'in')).toEqual(ten)
  })

  test('Inner Mongolia may have left until the end of July 2025 and has left after it', () => {
    expect(listAreas('2025-07-31', 'may-have-left')).toEqual(['CN-NM', 'CN-JL'])
    expect(listAreas('2025-07-31', 'left')).toEqual([])
    expect(listAreas('2025-08-01', 'left')).toEqual(['CN-NM'])
  })

  test('Jilin has left after 27 January 2026; Ningxia and Qinghai are still in', () => {
    expect(listAreas('2026-01-27', 'may-have-left')).toEqual(['CN-JL'])
    expect(listAreas('2026-01-28', 'left')).toEqual(['CN-NM', 'CN-JL'])
    expect(listAreas('2026-03-01', 'left')).toEqual(['CN-NM', 'CN-JL'])
    expect(listAreas('2026-03-01', 'in')).toEqual(ten)
  })

  test('with no day given, an exit that is known has happened', () => {
    expect(listAreas(undefined, 'left')).toEqual(['CN-NM', 'CN-JL'])
    expect(listAreas(undefined, 'in')).toEqual(ten)
  })
})

describe('getMemberState', () => {
  const states = (member: Parameters<typeof getMemberState>[0], days: string[]) =>
    days.map((day) => getMemberState(member, day))

  test('sharp dates answer sharply, the first and the last day inside', () => {
    const member = { from: '2024-03-10', to: '2024-05-20' }
    expect(states(member, ['2024-03-09', '2024-03-10', '2024-04-01', '2024-05-20', '2024-05-21'])).toEqual([
      'not-yet',
      'in',
      'in',
      'in',
      'left',
    ])
  })

  test('an exit in a month is doubtful within that month only', () => {
    const member = { from: '2024-03-10', to: '2024-05' }
    expect(states(member, ['2024-04-30', '2024-05-01', '2024-05-02', '2024-05-31', '2024-06-01'])).toEqual([
      'in',
      'in',
      'may-have-left',
      'may-have-left',
      'left',
    ])
  })

  test('a start "no later than" a day is doubtful before it', () => {
    const member = { from: '../2024-03-10' }
    expect(states(member, ['2000-01-01', '2024-03-09', '2024-03-10'])).toEqual([
      'may-have-joined',
      'may-have-joined',
      'in',
    ])
  })

  test('without a start or an end an area is in', () => {
    expect(states({}, ['1999-01-01', '2030-01-01'])).toEqual(['in', 'in'])
  })

  test('with neither start nor attestation, an exit "no later than" a day leaves all before it in doubt', () => {
    expect(states({ to: '../2025-07' }, ['2020-01-01', '2025-07-31', '2025-08-01'])).toEqual([
      'may-have-left',
      'may-have-left',
      'left',
    ])
  })
})
