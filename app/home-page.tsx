import { HomeEditions, HomeEstimates, HomeMentions, HomeOfficial, HomeProvinces } from '@/components/home-parts'
import { toReading } from '@/components/reading'
import { ShareControl } from '@/components/share-control'
import { getLabels } from '@/db/get-labels'
import { listEditions } from '@/db/list-editions'
import { listRecords } from '@/db/list-records'
import type { TablePage } from '@/db/view-queries'
import { getDefaultView, type View } from '@/domain/view'
import type { DrawnPage, PageRequest } from './draw-page'

/** The indicators the overview shows the latest official figure of. */
const official = ['lgd_balance_total', 'lgd_limit_total', 'lgb_issue_total', 'hidden_debt_balance'] as const

/** What is going on: official figures beside estimates, the twelve provinces, the latest mentions and editions. */
export async function drawHome(request: PageRequest): Promise<DrawnPage> {
  const { address, edition } = request
  const list = (page: TablePage, view: object, limit: number) =>
    listRecords(page, { ...getDefaultView(page), ...view }, edition.edition, { offset: 0, limit })
  const debt = (view: Partial<View<'debt'>>, limit: number) => list('debt', view, limit)
  const [figures, estimates, members, mentions, editions] = await Promise.all([
    Promise.all(
      official.map((indicator) =>
        debt(
          {
            indicator: [indicator],
            area: ['CN'],
            claimant: ['official'],
            frequency: indicator.startsWith('lgb') ? ['M'] : [],
          },
          2,
        ),
      ),
    ),
    debt({ status: ['estimate'], area: ['CN'] }, 20),
    list('provinces', { list: ['doc47-2023'] }, 50),
    list('mentions', {}, 6),
    listEditions(edition.edition, { offset: 0, limit: 5 }),
  ])
  const officialRows = figures.flatMap(({ rows }) => rows)
  const labels = await getLabels(edition.edition, [
    ...officialRows,
    ...estimates.rows,
    ...members.rows,
    ...mentions.rows,
  ])
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
          <ShareControl reading={reading} address={address} title={words.site.tagline} origin={request.origin} />
        </div>
        <HomeOfficial reading={reading} figures={figures.map(({ rows }) => rows)} />
        <HomeEstimates reading={reading} rows={estimates.rows} />
        <HomeProvinces reading={reading} rows={members.rows} />
        <HomeMentions reading={reading} rows={mentions.rows} />
        <HomeEditions reading={reading} editions={editions} />
      </>
    ),
  }
}
