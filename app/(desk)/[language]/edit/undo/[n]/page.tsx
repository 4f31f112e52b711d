import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { ObstacleList } from '@/components/desk/obstacle-list'
import { EditionChanges } from '@/components/record/edition-changes'
import { toReading } from '@/components/view/reading'
import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { describeChanges } from '@/db/describe-changes'
import { getLabels } from '@/db/get-labels'
import { getMixedRecords } from '@/db/get-record'
import { readUndo } from '@/db/undo'
import { getReviewMessages } from '@/messages/desk/review'
import { undoEditionAction } from './actions'

type Props = DeskPageProps<{ n: string }>

const SHOWN_MOST = 200

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  const title = fillTemplate(getReviewMessages(language).undoTitle, { n: (await props.params).n })
  return { title: `${title} · ${words.site}` }
}

/** What taking back an edition would change, and what stands in its way, before it is done. */
export default async function UndoPage(props: Props) {
  const { language, words } = await getDeskWords(props)
  const { n } = await props.params
  await authorisePage('/edit/undo/[n]', language, `/edit/undo/${n}`)
  const undo = /^[1-9]\d{0,8}$/.test(n) ? await readUndo(Number(n), '') : null
  if (!undo) notFound()
  await rememberCurrentEdition()
  const edition = (await getCurrentEdition()).n
  const waiting = await describeChanges(undo.changes.slice(0, SHOWN_MOST))
  const rows = waiting.flatMap(({ noun, id, newest, change }) =>
    [newest?.fields, change.fields].flatMap((fields) => (fields ? [{ noun, id, fromEdition: edition, fields }] : [])),
  )
  const obstacles = await getMixedRecords(undo.obstacles.slice(0, SHOWN_MOST), edition)
  const labels = await getLabels(edition, [...rows, ...obstacles], obstacles)
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0), labels)
  const review = getReviewMessages(language)
  const isPartial = undo.obstacles.length > 0
  return (
    <>
      <h1>{fillTemplate(review.undoTitle, { n })}</h1>
      <p className="my-3 text-muted">{undo.changes.length > 0 ? review.undoLede : review.undoNothing}</p>
      {isPartial && <ObstacleList obstacles={undo.obstacles} reading={reading} words={review} />}
      {undo.changes.length > 0 && (
        <>
          <DeskForm
            id="undo"
            action={undoEditionAction}
            words={pickFormWords(words)}
            submit={review.undo}
            hidden={{ n, language }}
            inputs={[
              { name: 'reason', label: review.undoReason, hint: review.undoReasonHint, kind: 'lines' },
              ...(isPartial ? [{ name: 'keepsLater', label: review.keepsLater, kind: 'switch' } as const] : []),
            ]}
          />
          <EditionChanges reading={reading} changes={waiting} total={undo.changes.length} />
        </>
      )}
    </>
  )
}
