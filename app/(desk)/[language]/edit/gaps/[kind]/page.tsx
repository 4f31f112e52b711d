import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, getQuery } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { GapTable } from '@/components/desk/gap-table'
import { toReading } from '@/components/view/reading'
import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { getCurrentRecords } from '@/db/get-current'
import { getLabels } from '@/db/get-labels'
import { listGaps } from '@/db/list-gaps'
import { gapKinds } from '@/domain/gap'
import { formatDeskPath } from '@/domain/return-path'
import { getDeskHomeMessages } from '@/messages/desk/home'

type Props = DeskPageProps<{ kind: string }>

const ROWS = 100

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  const kind = gapKinds.find(await isAsked(props))
  return { title: `${kind ? getDeskHomeMessages(language).kinds[kind] : ''} · ${words.site}` }
}

/** The records with one kind of gap, each leading to the form in which it is mended. */
export default async function GapsPage(props: Props) {
  const { language } = await getDeskWords(props)
  const kind = gapKinds.find(await isAsked(props))
  if (!kind) notFound()
  await authorisePage('/edit/gaps/[kind]', language, `/edit/gaps/${kind}`)
  await rememberCurrentEdition()
  const asked = Number(await getQuery(props, 'page'))
  const page = Number.isSafeInteger(asked) && asked > 1 && asked < 10_000 ? asked : 1
  const { rows, total } = await listGaps(kind, { limit: ROWS, offset: (page - 1) * ROWS })
  const edition = (await getCurrentEdition()).n
  const records = await getCurrentRecords(rows)
  const labels = await getLabels(edition, records, rows)
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0), labels)
  const home = getDeskHomeMessages(language)
  const hrefTo = (to: number) => `${formatDeskPath(language, `/edit/gaps/${kind}`)}?page=${to}`
  return (
    <>
      <h1>{home.kinds[kind]}</h1>
      <p className="my-2 max-w-prose text-muted">{home.ledes[kind]}</p>
      <p className="mb-4">{fillTemplate(home.count, { count: total.toLocaleString('en') })}</p>
      <GapTable kind={kind} rows={rows} records={records} reading={reading} words={home} />
      <p className="my-4 flex gap-6">
        {page > 1 && <a href={hrefTo(page - 1)}>{home.previous}</a>}
        {page * ROWS < total && <a href={hrefTo(page + 1)}>{home.next}</a>}
      </p>
    </>
  )
}

async function isAsked(props: Props): Promise<(kind: string) => boolean> {
  const { kind } = await props.params
  return (known) => known === kind
}
