import { toFiguresWithNation } from '@/domain/comparison'
import { drawnScopes, listAncestors, listBalances, NATION } from '@/domain/place-figures'
import { getDefaultView } from '@/domain/view'
import { listAll } from './list-all'
import { listCompared, listPeriods } from './list-periods'
import { listRecords, type RecordVersion } from './list-records'

/** What the record knows of one place, and of the nation beside it. */
export type AreaReading = {
  area: RecordVersion
  /** Official figures of the place and of the nation by the indicators places are told by, newest first. */
  figures: RecordVersion[]
  /** How many figures of the place there are in all, by whatever indicator. */
  figureCount: number
  mentions: RecordVersion[]
  taskForces: RecordVersion[]
  /** The places it lies in, the nearest first; the remainders that are counted within it. */
  ancestors: string[]
  remainders: RecordVersion[]
  /** Stays on lists of it and of what it lies in, or of everybody for the nation, and what was reported of them. */
  members: RecordVersion[]
  reports: RecordVersion[]
  /** The places of its kind by one indicator at the newest date at which two or more have a figure, largest first. */
  peers: RecordVersion[]
}

const FIGURES_MOST = 2_000
const SAID_MOST = 20
const RANKED_LEAST = 2

/** Reads some places in an edition, in the order asked for; one that the edition does not hold is left out. */
export async function listAreas(ids: readonly string[], edition: number): Promise<AreaReading[]> {
  const [areas, members, reports, { rows: figures }] = await Promise.all([
    listAll('area', edition),
    listAll('member', edition),
    listAll('report', edition),
    listRecords('debt', toFiguresWithNation(ids), edition, { offset: 0, limit: FIGURES_MOST }),
  ])
  const asked = ids.flatMap((id) => areas.find((area) => area.id === id) ?? [])
  return Promise.all(
    asked.map(async (area) => {
      const { id } = area
      const ancestors = listAncestors(areas, id)
      const stays = members.filter(({ fields }) => {
        const of = String(fields.area)
        return id === NATION || of === id || ancestors.includes(of)
      })
      const [said, peers] = await Promise.all([listSaid(id, edition), listPeers(area, figures, edition, areas)])
      return {
        ...{ area, figures, ancestors, peers, ...said },
        remainders: areas.filter(({ fields }) => fields.parent === id && fields.kind === 'statistical'),
        members: stays,
        reports: reports.filter(({ fields }) => stays.some((stay) => stay.id === fields.member)),
      }
    }),
  )
}

async function listSaid(id: string, edition: number) {
  const list = (page: 'debt' | 'mentions' | 'task-forces', limit: number) =>
    listRecords(page, { ...getDefaultView(page), area: [id] }, edition, { offset: 0, limit })
  const [mentions, taskForces, all] = await Promise.all([
    list('mentions', SAID_MOST),
    list('task-forces', SAID_MOST),
    list('debt', 1),
  ])
  return { mentions: mentions.rows, taskForces: taskForces.rows, figureCount: all.total }
}

/**
 * A remainder and the nation are ranked among nobody. Of the whole debt and its kinds the one is taken by which most
 * places of the kind can be ranked.
 */
async function listPeers(
  { id, fields: { kind } }: RecordVersion,
  figures: readonly RecordVersion[],
  edition: number,
  areas: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  if (kind === 'statistical' || kind === 'country') return []
  const peerIds = areas.filter(({ fields }) => fields.kind === kind).map((area) => area.id)
  const owned = drawnScopes.filter((scope) => listBalances(figures, id, scope).length > 0)
  const found = await Promise.all(
    owned.map(async (scope) => {
      const own = new Set(listBalances(figures, id, scope).map(({ fields }) => fields.period))
      const view = { ...getDefaultView('debt'), indicator: [`lgd_balance_${scope}`], claimant: ['official'] }
      const periods = await listPeriods({ ...view, frequency: ['I'] }, edition, peerIds)
      return { view, period: periods.find(({ period, places }) => places >= RANKED_LEAST && own.has(period)) }
    }),
  )
  const [best] = found.toSorted((a, b) => (b.period?.places ?? 0) - (a.period?.places ?? 0))
  return best?.period ? listCompared(best.view, edition, best.period, peerIds) : []
}
