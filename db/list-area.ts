import { getDefaultView } from '@/domain/view'
import { listCompared, listPeriods } from './list-periods'
import { listRecords, type RecordVersion } from './list-records'

/** What the record knows of one place: its main series, and what was said there and below. */
export type AreaReading = {
  balances: RecordVersion[]
  limits: RecordVersion[]
  bonds: RecordVersion[]
  mentions: RecordVersion[]
  taskForces: RecordVersion[]
  /** The places of its kind by the same indicator at the newest date at which it has a figure, largest first. */
  peers: RecordVersion[]
}

const SERIES_MOST = 200
const SAID_MOST = 20

/** Reads one place in an edition; `peerIds` are the places it is ranked among. */
export async function listArea(id: string, edition: number, peerIds: readonly string[]): Promise<AreaReading> {
  const list = async (page: 'debt' | 'mentions' | 'task-forces', view: object, limit: number) =>
    (await listRecords(page, { ...getDefaultView(page), area: [id], ...view }, edition, { offset: 0, limit })).rows
  const [totals, specials, totalLimits, specialLimits, bonds, mentions, taskForces] = await Promise.all([
    list('debt', { indicator: ['lgd_balance_total'], frequency: ['I'], claimant: ['official'] }, SERIES_MOST),
    list('debt', { indicator: ['lgd_balance_special'], frequency: ['I'], claimant: ['official'] }, SERIES_MOST),
    list('debt', { indicator: ['lgd_limit_total'], frequency: ['A'], claimant: ['official'] }, SERIES_MOST),
    list('debt', { indicator: ['lgd_limit_special'], frequency: ['A'], claimant: ['official'] }, SERIES_MOST),
    list(
      'debt',
      {
        indicator: ['lgb_issue_new', 'lgb_issue_refi', 'lgb_issue_total'],
        frequency: ['A', 'M', 'YTD'],
        claimant: ['official'],
      },
      SERIES_MOST,
    ),
    list('mentions', {}, SAID_MOST),
    list('task-forces', {}, SAID_MOST),
  ])
  // Many places publish special debt only: then that is what is drawn, and it is named so.
  const balances = totals.length >= specials.length ? totals : specials
  const limits = balances === totals ? totalLimits : specialLimits
  return { balances, limits, bonds, mentions, taskForces, peers: await listPeers(balances, edition, peerIds) }
}

async function listPeers(
  balances: readonly RecordVersion[],
  edition: number,
  peerIds: readonly string[],
): Promise<RecordVersion[]> {
  const [newest] = balances
  if (!newest || peerIds.length === 0) return []
  const view = { ...getDefaultView('debt'), indicator: [String(newest.fields.indicator)], claimant: ['official'] }
  const periods = await listPeriods(view, edition, peerIds)
  const period = periods.find((one) =>
    balances.some(({ fields }) => fields.period === one.period && fields.frequency === one.frequency),
  )
  return period ? listCompared(view, edition, period, peerIds) : []
}
