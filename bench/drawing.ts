import { measureOnce } from './load'
import { take } from './reading'
import type { Site } from './site'
import type { Times } from './times'
import { listFirstViews, listLineViews, listUnchartedViews } from './views'

/** How long new views take with and without a chart, and pictures by what is drawn; the frame with the most bytes. */
export type DrawingFigures = {
  table: Times
  chart: Times
  pictures: Record<string, Times>
  embeds: { largest: string; bytes: number }
}

const VIEWS = 30
const WARM_UPS = 8
const FRAMES = [
  'debt',
  'debt?indicator=lgd_balance_special&area=CN-CQ&area=CN-GZ',
  'debt?indicator=lgd_balance_total&chart=map',
  ...['indicators', 'task-forces', 'mentions', 'provinces', 'areas', 'documents', 'sources', 'claimants', 'editions'],
]

/**
 * A page with a chart beside the same number of rows without one, and pictures of such views: each drawn for the first
 * time, one after another, by a process that has drawn some before.
 */
export async function measureDrawing(site: Site): Promise<DrawingFigures> {
  const measure = async (views: Iterable<string>) => {
    const urls = take(views, WARM_UPS + VIEWS).map((view) => site.address + view)
    await measureOnce(urls.slice(0, WARM_UPS), 1)
    return measureOnce(urls.slice(WARM_UPS), 1)
  }
  return {
    table: await measure(sorted(listUnchartedViews('/debt'))),
    chart: await measure(sorted(listFirstViews('/debt'))),
    pictures: {
      'new picture, svg of twelve strips': await measure(listFirstViews('/debt.svg')),
      'new picture, png of a line': await measure(listLineViews('/debt.png')),
      'new picture, png of twelve strips': await measure(listFirstViews('/debt.png')),
      'new card of a line': await measure(listLineViews('/debt.card.png')),
      'new card of twelve strips': await measure(listFirstViews('/debt.card.png')),
      'the same cards again': await measure(listFirstViews('/debt.card.png')),
    },
    embeds: await findLargestFrame(site),
  }
}

/** In an order of their own: views that no other room has drawn. */
function* sorted(views: Iterable<string>): Generator<string> {
  for (const view of views) yield `${view}&sort=value`
}

async function findLargestFrame(site: Site): Promise<DrawingFigures['embeds']> {
  let found = { largest: '', bytes: 0 }
  for (const frame of FRAMES.flatMap((view) => [`/embed/${view}`, `/embed/zh/${view}`])) {
    const answer = await fetch(site.address + frame, { headers: { 'accept-encoding': 'identity' } })
    if (answer.status !== 200) throw new Error(`${frame} answered ${answer.status}`)
    const bytes = (await answer.arrayBuffer()).byteLength
    if (bytes > found.bytes) found = { largest: frame, bytes }
  }
  return found
}
