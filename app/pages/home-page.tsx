import { HomeClaims } from '@/components/home/home-claims'
import { HomeEditions, HomeMentions } from '@/components/home/home-latest'
import { HomeBalance, HomeOfficial, HomeProvinces } from '@/components/home/home-parts'
import { HomeRefinancing } from '@/components/home/home-refinancing'
import { toReading } from '@/components/view/reading'
import { ShareControl } from '@/components/view/share-control'
import { getLabels } from '@/db/get-labels'
import { listEditions } from '@/db/list-editions'
import { listRecords } from '@/db/list-records'
import type { TablePage } from '@/db/view-queries'
import { tileGrid } from '@/domain/chart/tile-grid'
import { compareByDate } from '@/domain/mention'
import { getDefaultView, type View } from '@/domain/view'
import type { DrawnPage, PageRequest } from './page-request'

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

/** What is going on, as an argument in four pictures: how much, who says what, where, and borrowing new to repay old. */
export async function drawHome(request: PageRequest): Promise<DrawnPage> {
  const { address, edition } = request
  const list = (page: TablePage, view: object, limit: number) =>
    listRecords(page, { ...getDefaultView(page), ...view }, edition.edition, { offset: 0, limit }).then(
      ({ rows }) => rows,
    )
  const nation = (view: Partial<View<'debt'>>, limit: number) => list('debt', { area: ['CN'], ...view }, limit)
  const [latest, balance, estimates, wholes, bonds, members, mentions, editions] = await Promise.all([
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
    listEditions(edition.edition, { offset: 0, limit: 5 }),
  ])
  const claims = [...wholes.flat(), ...estimates]
  const places = Object.keys(tileGrid).map((id) => ({ noun: 'area' as const, id }))
  const labels = await getLabels(
    edition.edition,
    [...latest.flat(), ...balance, ...claims, ...bonds, ...members, ...mentions],
    places,
  )
  const reading = toReading(address.language, edition, edition.at, labels)
  const { words } = reading
  return {
    title: words.pages.home.title,
    description: words.pages.home.lede,
    content: (
      <>
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="max-w-2xl">
            <h1>{words.site.tagline}</h1>
            <p className="mt-3 text-lg text-muted">{words.pages.home.lede}</p>
          </div>
          <ShareControl reading={reading} address={address} title={words.site.name} origin={request.origin} />
        </div>
        <HomeOfficial reading={reading} rows={latest.flat()} />
        <HomeBalance reading={reading} rows={balance} />
        <HomeClaims reading={reading} rows={claims} />
        <HomeProvinces reading={reading} rows={members} />
        <HomeRefinancing reading={reading} rows={bonds} />
        <div className="latest-columns">
          <HomeMentions reading={reading} rows={mentions} />
          <HomeEditions reading={reading} editions={editions} />
        </div>
      </>
    ),
  }
}
