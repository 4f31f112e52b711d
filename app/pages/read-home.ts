import { listRecords, type RecordVersion } from '@/db/list-records'
import type { TablePage } from '@/db/view-queries'
import { compareByDate } from '@/domain/mention'
import { getDefaultView, type View } from '@/domain/view'

/** The latest official figures that open the overview: a stock at a date, a limit of a year, a flow of a month. */
const headlines = [
  { indicator: ['lgd_balance_total'], frequency: ['I'] },
  { indicator: ['lgd_limit_total'], frequency: ['A'] },
  { indicator: ['lgb_issue_total'], frequency: ['M'] },
  { indicator: ['hidden_debt_balance'], frequency: ['I'] },
] as const

/** Official counts of the whole that stand beside the estimates of others. */
const officialWholes = ['lgd_balance_total', 'hidden_debt_balance']
const SERIES_MOST = 400
const MENTIONS_SHOWN = 6

/** The records the overview is drawn from. */
export type HomeReading = {
  latest: RecordVersion[]
  balance: RecordVersion[]
  claims: RecordVersion[]
  bonds: RecordVersion[]
  members: RecordVersion[]
  mentions: RecordVersion[]
}

export async function readHome(edition: number): Promise<HomeReading> {
  const list = (page: TablePage, view: object, limit: number) =>
    listRecords(page, { ...getDefaultView(page), ...view }, edition, { offset: 0, limit }).then(({ rows }) => rows)
  const nation = (view: Partial<View<'debt'>>, limit: number) => list('debt', { area: ['CN'], ...view }, limit)
  const [latest, balance, estimates, wholes, bonds, members, mentions] = await Promise.all([
    Promise.all(
      headlines.map((view) =>
        nation({ claimant: ['official'], indicator: [...view.indicator], frequency: [...view.frequency] }, 1),
      ),
    ),
    nation(
      {
        indicator: ['lgd_balance_total', 'lgd_balance_general', 'lgd_balance_special'],
        frequency: ['I'],
        claimant: ['official'],
      },
      SERIES_MOST,
    ),
    nation({ status: ['estimate'] }, SERIES_MOST),
    Promise.all(
      officialWholes.map((indicator) =>
        nation({ indicator: [indicator], frequency: ['I'], claimant: ['official'] }, 1),
      ),
    ),
    nation(
      {
        indicator: ['lgb_issue_new', 'lgb_issue_refi', 'lgb_issue_total'],
        frequency: ['A', 'M'],
        claimant: ['official'],
      },
      SERIES_MOST,
    ),
    list('provinces', { list: ['doc47-2023'] }, 100),
    list('mentions', {}, 100).then((rows) => rows.toSorted(compareByDate).slice(0, MENTIONS_SHOWN)),
  ])
  return { latest: latest.flat(), balance, claims: [...wholes.flat(), ...estimates], bonds, members, mentions }
}
