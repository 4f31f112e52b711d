import { sql } from 'drizzle-orm'
import { getDayNumber } from '@/domain/date'
import type { AnyFields, Noun } from '@/domain/field'
import { type KnownFigure, toFigure } from '@/domain/figure-series'
import { type FigureKey, listTests, parseFigureId } from '@/domain/identity'
import { parsePeriod, type Span } from '@/domain/period'
import { getReferences } from '@/domain/record'
import type { Reliability } from '@/domain/source'
import type { Surroundings } from '@/domain/warning'
import { read } from './client'
import { tellProgress } from './progress'

/** So many periods are asked about at once, and so many stretches, that the deadline of a query is never near. */
const TOGETHER_MOST = 2_500
/** A stretch is one look into a series: it spans no longer gap than this, and so many periods at most. */
const GAP_DAYS = 366
const STRETCH_MOST = 500

/**
 * What stands around records in the newest edition: the figures that an identity holds together with theirs, the nearest
 * before and after each in its series, and the sources they cite. There may be more of the same series among them.
 * Figures that lie close to each other, as those of a file do, are looked up together.
 */
export async function getSurroundings(records: readonly { noun: Noun; fields: AnyFields }[]): Promise<Surroundings> {
  const own = records.flatMap(({ noun, fields }) =>
    noun === 'observation' && fields.value !== undefined ? [toFigure(fields)] : [],
  )
  const cited = new Set(
    records.flatMap(({ noun, fields }) =>
      getReferences(noun, fields).flatMap((to) => (to.noun === 'source' ? [to.id] : [])),
    ),
  )
  const sources = cited.size === 0 ? [] : await listReliabilities([...cited])
  const figures = new Map<string, KnownFigure>()
  const groups = [...groupStretches(listSeries(own).flatMap(toStretches))]
  for (const [at, stretches] of groups.entries()) {
    tellProgress('surroundings', at / groups.length)
    for (const figure of await listFigures(stretches)) figures.set(figure.id, figure)
  }
  tellProgress('surroundings', 1)
  return { figures, reliabilities: new Map(sources.map(({ id, reliability }) => [id, reliability])) }
}

type Series = Omit<FigureKey, 'period'>
/** The periods that are asked about in a series; with neighbours where figures of its own are asked about. */
type AskedSeries = { series: Series; hasNeighbours: boolean; spans: Span[] }
/** From the first to the last of periods that lie close to each other, and how many they are. */
type Stretch = Series & { hasNeighbours: boolean; first: Span; last: Span; count: number }

/** The series of the figures, and those of the figures that an identity holds together with them. */
function listSeries(own: readonly KnownFigure[]): AskedSeries[] {
  const asked = new Map<string, AskedSeries>()
  const ask = ({ period, ...series }: FigureKey, hasNeighbours: boolean) => {
    const span = parsePeriod(period, series.frequency)
    if (!span) return
    const name = [series.indicator, series.area, series.frequency, series.claimant].join(' ')
    const known = asked.get(name) ?? { series, hasNeighbours, spans: [] }
    known.hasNeighbours ||= hasNeighbours
    known.spans.push(span)
    asked.set(name, known)
  }
  for (const { id: itself, value: _, ...key } of own) {
    ask(key, true)
    const members = new Set(listTests(key).flatMap(({ total, parts }) => [total, ...parts]))
    for (const id of members) if (id !== itself) ask(parseFigureId(id), false)
  }
  return [...asked.values()]
}

function toStretches({ series, hasNeighbours, spans }: AskedSeries): Stretch[] {
  const stretches: Stretch[] = []
  for (const span of spans.sort(compareSpans)) {
    const stretch = stretches.at(-1)
    const isClose = stretch && getDayNumber(span.start) - getDayNumber(stretch.last.end) <= GAP_DAYS
    if (isClose && stretch.count < STRETCH_MOST) Object.assign(stretch, { last: span, count: stretch.count + 1 })
    else stretches.push({ ...series, hasNeighbours, first: span, last: span, count: 1 })
  }
  return stretches
}

function compareSpans(a: Span, b: Span): number {
  const [left, right] = [a.start + a.end, b.start + b.end]
  return left < right ? -1 : left > right ? 1 : 0
}

function* groupStretches(stretches: readonly Stretch[]): Generator<Stretch[]> {
  let [group, count]: [Stretch[], number] = [[], 0]
  for (const stretch of stretches) {
    if (count + stretch.count > TOGETHER_MOST) {
      yield group
      ;[group, count] = [[], 0]
    }
    group.push(stretch)
    count += stretch.count
  }
  if (group.length > 0) yield group
}

function listFigures(stretches: readonly Stretch[]): Promise<KnownFigure[]> {
  const wanted = stretches.map(({ first, last, count: _, ...stretch }) => ({
    ...stretch,
    ...{ first_start: first.start, first_end: first.end, last_start: last.start, last_end: last.end },
  }))
  return read(async (database) => [
    ...(await database.execute<KnownFigure>(sql`
      select o.id, o.indicator, o.area, o.period, o.frequency, o.claimant, o.value::text as value
      from json_to_recordset(${JSON.stringify(wanted)}::json) as wanted (
        indicator text, area text, frequency text, claimant text, "hasNeighbours" boolean,
        first_start date, first_end date, last_start date, last_end date
      )
      cross join lateral (
        (select * from observation where ${ofSeries} and period_start between wanted.first_start and wanted.last_start)
        union all
        (select * from observation
          where ${ofSeries} and ${isPlain} and (period_start, period_end) < (wanted.first_start, wanted.first_end)
          order by period_start desc, period_end desc, id limit 1)
        union all
        (select * from observation
          where ${ofSeries} and ${isPlain} and (period_start, period_end) > (wanted.last_start, wanted.last_end)
          order by period_start, period_end, id limit 1)
      ) o`)),
  ])
}

const ofSeries = sql`to_edition is null and value is not null
  and indicator = wanted.indicator and area = wanted.area and frequency = wanted.frequency and claimant = wanted.claimant`

// Of one frequency, who begins later ends later, and running totals of one year begin together: so the index on beginnings
// finds the nearest without looking at the whole series.
const isPlain = sql`wanted."hasNeighbours" and period not like '%--%'`

function listReliabilities(ids: readonly string[]): Promise<{ id: string; reliability: Reliability }[]> {
  return read(async (database) => [
    ...(await database.execute<{ id: string; reliability: Reliability }>(sql`
      select id, reliability from source
      where to_edition is null
        and id in (select json_array_elements_text(${JSON.stringify(ids)}::json) collate "C")`)),
  ])
}
