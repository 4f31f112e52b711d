import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { describeColumns, getProblemWords, ROWS_SHOWN, readWarningTeller } from '@/app/read-import'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { ImportColumns } from '@/components/desk/import-columns'
import { ImportForm } from '@/components/desk/import-form'
import { ImportReportTable } from '@/components/desk/import-report'
import { WarningCounts } from '@/components/desk/warning-parts'
import { WorkProgress } from '@/components/desk/work-progress'
import { formatMinute } from '@/components/record/moment'
import { getImport } from '@/db/import-drafts'
import { getPolicies } from '@/db/people/policies'
import { type Noun, nouns } from '@/domain/field'
import { listImportHeads, toFieldKey } from '@/domain/import-column'
import { isClean } from '@/domain/import-report'
import { canPublish } from '@/domain/permission'
import { formatDeskPath } from '@/domain/return-path'
import { NOTE_NAME, WARNED_NAME } from '@/domain/warning'
import { getEditMessages } from '@/messages/desk/edit'
import { getImportMessages } from '@/messages/desk/import'
import type { ImportMessages } from '@/messages/desk/import.en'
import { getWarningMessages } from '@/messages/desk/warning'
import { getMessages } from '@/messages/messages'
import { checkImportAction, discardImportAction, publishImportAction } from '../actions'

type Props = DeskPageProps<{ n: string }>

/** Above this a table is not laid out again as text. */
const TEXT_SHOWN_MOST = 200_000

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { language, words } = await getDeskWords(props)
  return { title: `${fillTemplate(getImportMessages(language).open, { n: (await props.params).n })} · ${words.site}` }
}

/** A file before it is published: what it would do, what its columns hold, and the word to go on. */
export default async function ImportDraftPage(props: Props) {
  const { language, words: desk } = await getDeskWords(props)
  const { n } = await props.params
  const user = await authorisePage('/edit/import/[n]', language, `/edit/import/${n}`)
  const draft = /^[1-9]\d{0,8}$/.test(n) ? await getImport(user.id, Number(n)) : null
  if (!draft) notFound()
  const { name, noun, text, report, edition, checkedAt } = draft
  const words = getImportMessages(language)
  const { fields, nouns: names } = getMessages(language)
  const publishes = canPublish(user.role) && !(await getPolicies())['four-eyes']
  const { counts, doubtful } = report
  const { note, noteHint } = getWarningMessages(language)
  const { required } = getEditMessages(language)
  const changes = counts.new + counts.changed + counts.restored
  return (
    <>
      <h1>{fillTemplate(words.open, { n })}</h1>
      <p className="my-3 text-muted">
        {fillTemplate(words.of, {
          name: name || words.pasted,
          noun: names[noun].many,
          edition,
          time: formatMinute(checkedAt),
        })}
      </p>
      <ImportReportTable
        report={report}
        words={words}
        fields={fields}
        problems={getProblemWords(language)}
        tellWarning={await readWarningTeller(report, language)}
        download={formatDeskPath(language, `/edit/import/${n}/report`)}
        most={ROWS_SHOWN}
      />
      {!isClean(report) && <p className="notice">{words.notClean}</p>}
      {isClean(report) && changes === 0 && <p className="notice">{words.nothingNew}</p>}
      {isClean(report) && changes > 0 && (
        <section aria-labelledby="publish-title">
          <h2 id="publish-title">{words.publishTitle}</h2>
          {doubtful && (
            <>
              <p className="max-w-prose">{words.doubtful}</p>
              <WarningCounts counts={doubtful.counts} words={getWarningMessages(language)} />
            </>
          )}
          <DeskForm
            id="publish"
            action={publishImportAction}
            words={pickFormWords(desk)}
            submit={publishes ? words.publish : words.propose}
            hidden={{ n, language, ...(doubtful ? { [WARNED_NAME]: doubtful.warned } : {}) }}
            inputs={[
              { name: 'reason', label: words.reason, hint: words.reasonHint, kind: 'note', required },
              ...(doubtful ? [{ name: NOTE_NAME, label: note, hint: noteHint, kind: 'note', required } as const] : []),
              ...(publishes ? [{ name: 'review', label: words.review, kind: 'switch' } as const] : []),
            ]}
          >
            <WorkProgress working={words.publishing} label={words.progress} />
          </DeskForm>
        </section>
      )}
      <section aria-labelledby="columns-title">
        <h2 id="columns-title">{words.columns}</h2>
        <p className="text-muted">{words.columnsLede}</p>
        <ImportForm
          key={checkedAt.toISOString()}
          action={checkImportAction}
          language={language}
          edition={edition}
          nouns={nouns.map((one) => ({ noun: one, label: names[one].many }))}
          kept={{ n: draft.n, noun, text: text.length > TEXT_SHOWN_MOST ? null : text }}
          words={pickAgainWords(words, language)}
        >
          <ImportColumns
            columns={describeColumns(noun, text, draft.columns)}
            options={listOptions(noun, fields, words)}
            words={words}
          />
        </ImportForm>
      </section>
      <DeskForm
        id="discard"
        action={discardImportAction}
        words={pickFormWords(desk)}
        submit={words.discard}
        hidden={{ n, language }}
      />
    </>
  )
}

function pickAgainWords(words: ImportMessages, language: 'en' | 'zh') {
  const { summary, errors, problems } = getEditMessages(language)
  const { noun, otherFile, fileHint, text, textHint, textLong, edition, editionHint, checking, progress, checkAgain } =
    words
  return {
    ...{ noun, file: otherFile, fileHint, text, textHint, textLong, edition, editionHint, checking },
    ...{ progress, submit: checkAgain, summary, errors, missing: problems.missing },
  }
}

/** What a column may hold: the field's name, and the head files know it by. */
function listOptions(noun: Noun, fields: { readonly [key: string]: string }, words: ImportMessages) {
  const others: Record<string, string> = {
    CITATIONS: words.citations,
    UNIT_MEASURE: noun === 'observation' ? words.unitMeasure : (fields.unit ?? ''),
    UNIT_MULT: noun === 'observation' ? words.unitMult : (fields.unitMult ?? ''),
  }
  return listImportHeads(noun).map((head) => ({
    head,
    label: `${others[head] ?? fields[toFieldKey(noun, head)] ?? head} (${head})`,
  }))
}
