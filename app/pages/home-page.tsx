import { HomeClaims } from '@/components/home/home-claims'
import { HomeEditions, HomeMentions } from '@/components/home/home-latest'
import { HomeBalance, HomeOfficial, HomeProvinces } from '@/components/home/home-parts'
import { HomeRefinancing } from '@/components/home/home-refinancing'
import { PrintedSources } from '@/components/record/printed-sources'
import { toReading } from '@/components/view/reading'
import { ShareControl } from '@/components/view/share-control'
import { getLabels } from '@/db/get-labels'
import { listEditions } from '@/db/list-editions'
import { tileGrid } from '@/domain/chart/tile-grid'
import type { DrawnPage, PageRequest } from './page-request'
import { PinNotice } from './pin-notice'
import { listLabelled, readDrift } from './read-drift'
import { readHome } from './read-home'

/** What is going on, as an argument in four pictures: how much, who says what, where, and borrowing new to repay old. */
export async function drawHome(request: PageRequest): Promise<DrawnPage> {
  const { address, edition } = request
  const [found, editions] = await Promise.all([
    readHome(edition.edition),
    listEditions(edition.edition, { offset: 0, limit: 5 }),
  ])
  const { latest, balance, claims, bonds, members, mentions } = found
  const places = Object.keys(tileGrid).map((id) => ({ noun: 'area' as const, id }))
  const labels = await getLabels(edition.edition, Object.values(found).flat(), places)
  const reading = toReading(address.language, edition, edition.at, labels)
  const pin = await readDrift(request, reading, async (n) => ({
    records: Object.values(n === edition.edition ? found : await readHome(n)).flat(),
    beside: listLabelled(labels),
  }))
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
        <PinNotice request={request} pin={pin} />
        <HomeOfficial reading={reading} rows={latest} />
        <HomeBalance reading={reading} rows={balance} />
        <HomeClaims reading={reading} rows={claims} />
        <HomeProvinces reading={reading} rows={members} />
        <HomeRefinancing reading={reading} rows={bonds} />
        <div className="latest-columns">
          <HomeMentions reading={reading} rows={mentions} />
          <HomeEditions reading={reading} editions={editions} />
        </div>
        <PrintedSources
          reading={reading}
          rows={[...latest.flat(), ...balance, ...claims, ...members, ...bonds, ...mentions]}
        />
      </>
    ),
  }
}
