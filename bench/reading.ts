import { type Bare, startBare } from './bare'
import { measureOnce, measureRepeated } from './load'
import type { Site } from './site'
import type { Times } from './times'
import { listFirstViews, listGeneratedViews } from './views'

export type ReadingFigures = {
  bytes: { page: number; json: number }
  first: { firstPage: Times; firstJson: Times; generatedPage: Times; generatedJson: Times; together: Times }
  repeated: Record<'bare' | 'page' | 'generated' | 'gzip' | 'bareJson' | 'json' | 'bareTag' | 'tag' | 'pageTag', Times>
}

const NEW_VIEWS = 60

/**
 * A filtered `/debt` page and its `.json`: drawn for the first time, one caller after another and then eight at once;
 * and asked for again, beside a bare server with the same bytes, also where nothing has changed (304).
 */
export async function measureReading(first: Site, generated: Site): Promise<ReadingFigures> {
  const drawn = await measureFirstRenders(first, generated)
  const page = `${first.address}${take(listFirstViews('/debt'), 1)[0]}`
  const json = `${first.address}${take(listFirstViews('/debt.json'), 1)[0]}`
  const repeatedGenerated = `${generated.address}${take(listGeneratedViews('/debt'), 1)[0]}`
  const pageAnswer = await fetchBytes(page)
  const jsonAnswer = await fetchBytes(json)
  const bares: Bare[] = []
  try {
    bares.push(await startBare(pageAnswer.body, 'text/html; charset=utf-8'))
    bares.push(await startBare(jsonAnswer.body, 'application/json; charset=utf-8'))
    const [barePage, bareJson] = bares as [Bare, Bare]
    const repeated = await measureRepeated({
      bare: { url: barePage.address },
      page: { url: page },
      generated: { url: repeatedGenerated },
      gzip: { url: page, headers: { 'accept-encoding': 'gzip' } },
      bareJson: { url: bareJson.address },
      json: { url: json },
      bareTag: { url: bareJson.address, headers: { 'if-none-match': bareJson.tag }, status: 304 },
      tag: { url: json, headers: { 'if-none-match': jsonAnswer.tag }, status: 304 },
      pageTag: { url: page, headers: { 'if-none-match': pageAnswer.tag }, status: 304 },
    })
    return { bytes: { page: pageAnswer.body.length, json: jsonAnswer.body.length }, first: drawn, repeated }
  } finally {
    for (const bare of bares) bare.stop()
  }
}

async function measureFirstRenders(first: Site, generated: Site): Promise<ReadingFigures['first']> {
  const of = (site: Site, views: Iterable<string>, from: number, count: number) =>
    take(views, from + count)
      .slice(from)
      .map((view) => site.address + view)
  // A process draws its first pages slowly; that is measured by nobody's patience here.
  await measureOnce(of(first, listFirstViews('/zh/debt'), 0, 20), 2)
  await measureOnce(of(generated, listGeneratedViews('/zh/debt'), 0, 20), 2)
  return {
    firstPage: await measureOnce(of(first, listFirstViews('/debt'), 0, NEW_VIEWS), 1),
    generatedPage: await measureOnce(of(generated, listGeneratedViews('/debt'), 0, NEW_VIEWS), 1),
    firstJson: await measureOnce(of(first, listFirstViews('/debt.json'), 0, NEW_VIEWS), 1),
    generatedJson: await measureOnce(of(generated, listGeneratedViews('/debt.json'), 0, NEW_VIEWS), 1),
    together: await measureOnce(of(generated, listGeneratedViews('/debt'), NEW_VIEWS, 200), 8),
  }
}

export function take<T>(from: Iterable<T>, count: number): T[] {
  const taken: T[] = []
  for (const one of from) {
    if (taken.length === count) break
    taken.push(one)
  }
  return taken
}

async function fetchBytes(url: string): Promise<{ body: Buffer; tag: string }> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return { body: Buffer.from(await response.arrayBuffer()), tag: response.headers.get('etag') ?? '' }
}
