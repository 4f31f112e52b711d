import Link from 'next/link'
import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { EvidenceList } from '@/components/record/evidence-list'
import { getFigureColumns } from '@/components/record/figure-columns'
import { getGrade } from '@/components/record/grade'
import { IdentityList } from '@/components/record/identity-list'
import { getColumns } from '@/components/record/record-columns'
import type { RecordLike } from '@/components/record/record-like'
import { DataTable } from '@/components/view/data-table'
import { hrefTo, type Reading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import { getRecords } from '@/db/get-record'
import { listDependents } from '@/db/list-dependents'
import type { Citation, Noun } from '@/domain/field'
import { evaluateTest, type FigureKey, type IdentityOutcome, listTests } from '@/domain/identity'
import type { PageRequest } from './page-request'

type ExtrasProps = { request: PageRequest; reading: Reading; record: RecordLike }

const ROWS_MOST = 20

/** What a record's page shows beside its fields: grade, identities, and everything that rests on it. */
export async function drawExtras(properties: ExtrasProps): Promise<ReactNode> {
  const { noun } = properties.record
  return (
    <>
      {(noun === 'task-force' || noun === 'mention') && <Grade {...properties} />}
      {noun === 'observation' && (await drawIdentities(properties))}
      {noun === 'indicator' && <SeriesLink {...properties} />}
      {await drawDependents(properties)}
    </>
  )
}

/** The grade, what it means, and the evidence in the words of the citations that make it. */
function Grade({ reading, record }: ExtrasProps) {
  const { words } = reading
  const grade = getGrade(record, reading)
  return (
    <div className="my-4" data-grade={grade}>
      <p>
        <strong>
          {fillTemplate(words.view.clause, { name: words.record.grade, values: words.codes.grade[grade] })}
          {words.chart.sentenceEnd.trim()}
        </strong>
        {words.site.gap}
        {words.gradeMeanings[grade]}
        {words.site.gap}
        <Link href={`${hrefTo(reading, 'about')}#evidence`} prefetch={false}>
          {words.pages.about.title}
        </Link>
      </p>
      <EvidenceList reading={reading} citations={record.fields.citations as Citation[]} />
    </div>
  )
}

function SeriesLink({ reading, record }: ExtrasProps) {
  return (
    <p className="my-4">
      <Link href={hrefTo(reading, 'debt', { view: { indicator: [record.id] } })} prefetch={false}>
        {reading.words.record.openAll}
      </Link>
    </p>
  )
}

/** The arithmetic a figure takes part in, with the other figures it is tested against. */
async function drawIdentities({ request, reading, record }: ExtrasProps): Promise<ReactNode> {
  const tests = listTests(record.fields as unknown as FigureKey)
  const ids = tests.flatMap(({ total, parts }) => [total, ...parts])
  const figures = await getRecords('observation', ids, request.edition.edition)
  const values = new Map(
    figures.map(({ id, fields }) => [id, fields.value === undefined ? undefined : String(fields.value)]),
  )
  const outcomes = tests
    .map((test) => evaluateTest(test, (id) => values.get(id)))
    .filter((outcome): outcome is IdentityOutcome => outcome !== null)
  const labels = await getLabels(request.edition.edition, figures)
  return (
    <section>
      <h2>{reading.words.record.identities}</h2>
      <IdentityList
        reading={{ ...reading, labels: { ...reading.labels, ...labels } }}
        outcomes={outcomes}
        figures={figures}
      />
    </section>
  )
}

/** Records that name or cite this one, a table for each noun, 20 rows of each. */
async function drawDependents({ request, reading, record }: ExtrasProps): Promise<ReactNode> {
  const all = await listDependents(record.noun, record.id, request.edition.edition, ROWS_MOST)
  // A place shows what was said there and its figures by itself.
  const told: readonly Noun[] = record.noun === 'area' ? ['mention', 'task-force', 'observation'] : []
  const groups = all.filter(({ noun }) => !told.includes(noun))
  if (groups.length === 0) return null
  const labels = await getLabels(
    request.edition.edition,
    groups.flatMap(({ rows }) => rows),
  )
  const { words } = reading
  return (
    <section>
      <h2>{words.record.rests}</h2>
      {groups.map(({ noun, key, rows, total }) => (
        <section key={`${noun} ${key}`} className="mb-8">
          <h3>
            {words.nouns[noun].many} <span className="font-normal text-muted">{total}</span>
          </h3>
          <DataTable
            caption={words.nouns[noun].many}
            columns={getDependentColumns(noun, { ...reading, labels: { ...reading.labels, ...labels } }, rows, key)}
            rows={rows}
            words={words}
          />
          {total > rows.length && <More reading={reading} record={record} noun={noun} count={total - rows.length} />}
        </section>
      ))}
    </section>
  )
}

/** The column that would name this very record on each row is left out. */
function getDependentColumns(noun: Noun, reading: Reading, rows: readonly RecordLike[], key: string) {
  if (noun === 'observation') return getFigureColumns(reading, rows, key === 'citations' ? [] : [key])
  return getColumns(noun, reading).filter((column) => column.key !== key || column.key === 'citations')
}

function More({ reading, record, noun, count }: { reading: Reading; record: RecordLike; noun: Noun; count: number }) {
  const text = fillTemplate(reading.words.view.more, { count })
  const key = record.noun
  const filters = noun === 'observation' && (key === 'indicator' || key === 'area' || key === 'claimant')
  if (!filters) return <p className="text-sm text-muted">{text}</p>
  return (
    <p className="text-sm">
      <Link href={hrefTo(reading, 'debt', { view: { [key]: [record.id] } })} prefetch={false}>
        {text}
      </Link>
    </p>
  )
}
