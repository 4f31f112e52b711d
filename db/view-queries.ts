import { and, asc, desc, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Noun } from '@/domain/field'
import type { AnyView, Page, View } from '@/domain/view'
import { getBounds } from '@/domain/view'
import { asOf } from './as-of'
import {
  area,
  claimant,
  document,
  indicator,
  list,
  member,
  mention,
  observation,
  report,
  source,
  taskForce,
} from './schema/record'

/** How a page's view is asked of the database: which noun, which rows, in which order. */
type Query<P extends Page> = {
  noun: Noun
  where: (view: View<P>, edition: number) => SQL | undefined
  /** What each sort key orders by; the id breaks every tie. */
  order: { [key: string]: PgColumn | SQL }
}

export type TablePage = Exclude<Page, 'home' | 'about' | 'editions' | 'search' | 'checks'>

const queries: { [P in TablePage]: Query<P> } = {
  debt: {
    noun: 'observation',
    where: (view) =>
      and(
        anyOf(observation.indicator, view.indicator),
        anyOf(observation.area, view.area),
        anyOf(observation.frequency, view.frequency),
        anyOf(observation.claimant, view.claimant),
        anyOf(observation.status, view.status),
        within(observation.periodEnd, view),
      ),
    order: {
      period: observation.periodEnd,
      indicator: observation.indicator,
      area: observation.area,
      value: observation.value,
      claimant: observation.claimant,
    },
  },
  indicators: {
    noun: 'indicator',
    where: (view) =>
      and(
        anyOf(indicator.measure, view.measure),
        contains(view.q, [
          indicator.id,
          indicator.nameEn,
          indicator.nameZh,
          indicator.definitionEn,
          indicator.definitionZh,
        ]),
      ),
    order: { name: indicator.nameEn, id: indicator.id },
  },
  'task-forces': {
    noun: 'task-force',
    where: (view, edition) =>
      and(
        atOrBelow(taskForce.area, view.area, edition),
        or(
          contains(view.q, [taskForce.nameEn, taskForce.nameZh, taskForce.documentNumber]),
          inAreaCalled(taskForce.area, view.q, edition),
        ),
      ),
    order: { established: taskForce.establishedOnLatest, name: taskForce.nameEn },
  },
  mentions: {
    noun: 'mention',
    where: (view, edition) =>
      and(
        atOrBelow(mention.area, view.area, edition),
        anyOf(mention.documentKind, view.kind),
        within(mention.dateLatest, view),
        or(
          contains(view.q, [mention.quoteEn, mention.quoteZh, mention.summary]),
          inAreaCalled(mention.area, view.q, edition),
        ),
      ),
    order: { date: mention.dateLatest, area: mention.area, kind: mention.documentKind },
  },
  provinces: {
    noun: 'member',
    where: (view) => anyOf(member.list, view.list),
    order: { area: member.area, from: member.fromLatest, to: member.toLatest },
  },
  areas: {
    noun: 'area',
    where: (view, edition) =>
      and(
        atOrBelow(area.id, view.area, edition),
        anyOf(area.kind, view.kind),
        contains(view.q, [area.id, area.gbCode, area.nameEn, area.nameZh]),
      ),
    order: { id: area.id, name: area.nameEn, kind: area.kind },
  },
  documents: {
    noun: 'document',
    where: (view) =>
      and(
        within(document.issuedOnLatest, view),
        contains(view.q, [document.number, document.titleEn, document.titleZh, document.issuer, document.summary]),
      ),
    order: { issued: document.issuedOnLatest, title: document.titleEn },
  },
  sources: {
    noun: 'source',
    where: (view) =>
      and(
        anyOf(source.kind, view.kind),
        anyOf(source.reliability, view.reliability),
        anyOf(source.language, view.language),
        contains(view.q, [source.id, source.title, source.publisher, source.url, source.note]),
      ),
    order: { published: source.publishedOnLatest, title: source.title, publisher: source.publisher },
  },
  claimants: {
    noun: 'claimant',
    where: (view) => anyOf(claimant.kind, view.kind),
    order: { id: claimant.id, name: claimant.nameEn },
  },
  lists: { noun: 'list', where: () => undefined, order: { id: list.id } },
  reports: { noun: 'report', where: () => undefined, order: { id: report.id } },
}

/** The noun a page's table is made of. */
export function getNoun(page: TablePage): Noun {
  return queries[page].noun
}

/** The condition of a view, without the edition; undefined where it asks for everything. */
export function getWhere(page: TablePage, view: AnyView, edition: number): SQL | undefined {
  return (queries[page] as Query<TablePage>).where(view as never, edition)
}

/** The order of a view: its sort, what is unknown last, then the id. */
export function getOrder(page: TablePage, sort: string | undefined, id: PgColumn): SQL[] {
  const { order } = queries[page]
  const key = sort?.replace(/^-/, '') ?? 'id'
  const column = order[key] ?? id
  return [sort?.startsWith('-') ? sql`${desc(column)} nulls last` : sql`${asc(column)} nulls last`, asc(id)]
}

function anyOf(column: PgColumn, values: readonly string[]): SQL | undefined {
  return values.length > 0 ? inArray(column, [...values]) : undefined
}

/** Between the bounds of a view, by where a period or a doubtful date ends. */
function within(column: PgColumn, view: { from?: string | undefined; to?: string | undefined }): SQL | undefined {
  const { first, last } = getBounds(view)
  return and(first === undefined ? undefined : gte(column, first), last === undefined ? undefined : lte(column, last))
}

function contains(q: string | undefined, columns: readonly PgColumn[]): SQL | undefined {
  return q === undefined ? undefined : or(...columns.map((column) => sql`${column} ilike ${toPattern(q)}`))
}

function inAreaCalled(column: PgColumn, q: string | undefined, edition: number): SQL | undefined {
  if (q === undefined) return undefined
  const pattern = toPattern(q)
  return sql`${column} in (select ${area.id} from ${area} where ${asOf(area, edition)}
    and (${area.nameEn} ilike ${pattern} or ${area.nameZh} ilike ${pattern} or ${area.id} ilike ${pattern}))`
}

function toPattern(q: string): string {
  return `%${q.replace(/[\\%_]/g, '\\$&')}%`
}

/** The places asked for and all below them. A statistical remainder is nobody's child: only its own name finds it. */
function atOrBelow(column: PgColumn, ids: readonly string[], edition: number): SQL | undefined {
  if (ids.length === 0) return undefined
  const asked = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  return sql`${column} in (
    with recursive below (id) as (
      select unnest(array[${asked}]::text[]) collate "C"
      union
      select ${area.id} from ${area} join below on ${area.parent} = below.id
      where ${asOf(area, edition)} and ${area.kind} <> 'statistical'
    ) select id from below)`
}
