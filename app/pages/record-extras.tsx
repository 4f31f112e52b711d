import Link from 'next/link'
import { fillTemplate } from '@/components/chart/chart-words'
import { EvidenceList } from '@/components/record/evidence-list'
import { getFigureColumns } from '@/components/record/figure-columns'
import { getGrade } from '@/components/record/grade'
import { IdentityList } from '@/components/record/identity-list'
import { getColumns } from '@/components/record/record-columns'
import type { RecordLike } from '@/components/record/record-like'
import { DataTable } from '@/components/view/data-table'
import { hrefTo, type LabelMap, type Reading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import { getRecords } from '@/db/get-record'
import { type Dependents, listDependents } from '@/db/list-dependents'
import type { RecordVersion } from '@/db/list-records'
import type { Citation, Noun } from '@/domain/field'
import { evaluateTest, type FigureKey, type IdentityOutcome, listTests } from '@/domain/identity'

/** What a record's page shows beside its fields, with the names of what is in it. */
export type Extras = { groups: Dependents[]; figures: RecordVersion[]; labels: LabelMap }

const ROWS_MOST = 20

/** Reads the figures a figure is tested against, and the records that name or cite a record, 20 of each. */
export async function readExtras({ noun, id, fields }: RecordLike, edition: number): Promise<Extras> {
  // A place shows what was said there and its figures by itself.
  const told: readonly Noun[] = noun === 'area' ? ['mention', 'task-force', 'observation'] : []
  const tests = noun === 'observation' ? listTests(fields as unknown as FigureKey) : []
  const [all, figures] = await Promise.all([
    listDependents(noun, id, edition, ROWS_MOST),
    getRecords(
      'observation',
      tests.flatMap(({ total, parts }) => [total, ...parts]),
      edition,
    ),
  ])
  const groups = all.filter((group) => !told.includes(group.noun))
  const labels = await getLabels(edition, [...figures, ...groups.flatMap(({ rows }) => rows)])
  return { groups, figures, labels }
}

type ExtrasProps = { reading: Reading; record: RecordLike; extras: Extras }

/** Grade, identities, and everything that rests on a record. */
export function RecordExtras({ reading: plain, record, extras }: ExtrasProps) {
  const { noun } = record
  const reading = { ...plain, labels: { ...plain.labels, ...extras.labels } }
  return (
    <>
      {(noun === 'task-force' || noun === 'mention') && <Grade reading={plain} record={record} />}
      {noun === 'observation' && <Identities reading={reading} record={record} figures={extras.figures} />}
      {noun === 'indicator' && <SeriesLink reading={plain} record={record} />}
      {extras.groups.length > 0 && <DependentTables reading={reading} record={record} groups={extras.groups} />}
    </>
  )
}

type PartProps = { reading: Reading; record: RecordLike }

/** The grade, what it means, and the evidence in the words of the citations that make it. */
function Grade({ reading, record }: PartProps) {
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

function SeriesLink({ reading, record }: PartProps) {
  return (
    <p className="my-4">
      <Link href={hrefTo(reading, 'debt', { view: { indicator: [record.id] } })} prefetch={false}>
        {reading.words.record.openAll}
      </Link>
    </p>
  )
}

/** The arithmetic a figure takes part in, with the other figures it is tested against. */
function Identities({ reading, record, figures }: PartProps & { figures: readonly RecordVersion[] }) {
  const tests = listTests(record.fields as unknown as FigureKey)
  const values = new Map(
    figures.map(({ id, fields }) => [id, fields.value === undefined ? undefined : String(fields.value)]),
  )
  const outcomes = tests
    .map((test) => evaluateTest(test, (id) => values.get(id)))
    .filter((outcome): outcome is IdentityOutcome => outcome !== null)
  return (
    <section>
      <h2>{reading.words.record.identities}</h2>
      <IdentityList reading={reading} outcomes={outcomes} figures={figures} />
    </section>
  )
}

/** Records that name or cite this one, a table for each noun. */
function DependentTables({ reading, record, groups }: PartProps & { groups: readonly Dependents[] }) {
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
            columns={getDependentColumns(noun, reading, rows, key)}
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
