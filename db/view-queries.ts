import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { toFiguresView } from '@/domain/comparison'
import type { Noun } from '@/domain/field'
import type { AnyView, Page, View } from '@/domain/view'
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
import { anyOf, atOrBelow, byUnit, countSources, holding, within } from './view-conditions'

/** How a page's view is asked of the database: which noun, which rows, in which order. */
type Query<P extends Page> = {
  noun: Noun
  where: (view: View<P>, edition: number) => SQL | undefined
  /** What each sort key orders by; the id breaks every tie. */
  order: { [key: string]: PgColumn | SQL | ((edition: number) => SQL) }
  /** The columns whose values are counted, by the key that filters by them; `year` is narrowed by `from` and `to`. */
  facets?: { [key: string]: PgColumn }
  /** A place asked for is asked for with all below it. */
  below?: true
}

export type TablePage = Exclude<Page, 'home' | 'about' | 'accessibility' | 'editions' | 'search' | 'checks'>

const figureOrder = {
  period: observation.periodEnd,
  indicator: observation.indicator,
  area: observation.area,
  value: observation.value,
  claimant: observation.claimant,
  unit: byUnit,
  sources: countSources(observation.citations),
}

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
    facets: {
      indicator: observation.indicator,
      area: observation.area,
      frequency: observation.frequency,
      claimant: observation.claimant,
      status: observation.status,
    },
    order: figureOrder,
  },
  indicators: {
    noun: 'indicator',
    where: (view, edition) =>
      and(
        anyOf(indicator.measure, view.measure),
        holding(indicator, view.q, edition, {
          columns: [indicator.id, indicator.nameEn, indicator.nameZh, indicator.definitionEn, indicator.definitionZh],
        }),
      ),
    facets: { measure: indicator.measure },
    order: {
      name: indicator.nameEn,
      id: indicator.id,
      definition: indicator.definitionEn,
      unit: indicator.unit,
      measure: indicator.measure,
    },
  },
  'task-forces': {
    noun: 'task-force',
    where: (view, edition) =>
      and(
        atOrBelow(taskForce.area, view.area, edition),
        holding(taskForce, view.q, edition, {
          columns: [taskForce.nameEn, taskForce.nameZh, taskForce.documentNumber],
          area: taskForce.area,
        }),
      ),
    facets: { area: taskForce.area },
    below: true,
    order: {
      established: taskForce.establishedOnLatest,
      name: taskForce.nameEn,
      area: taskForce.area,
      number: taskForce.documentNumber,
      sources: countSources(taskForce.citations),
    },
  },
  mentions: {
    noun: 'mention',
    where: (view, edition) =>
      and(
        atOrBelow(mention.area, view.area, edition),
        anyOf(mention.documentKind, view.kind),
        within(mention.dateLatest, view),
        holding(mention, view.q, edition, {
          columns: [mention.quoteEn, mention.quoteZh, mention.summary],
          area: mention.area,
        }),
      ),
    facets: { area: mention.area, kind: mention.documentKind, year: mention.dateLatest },
    below: true,
    order: {
      date: mention.dateLatest,
      area: mention.area,
      kind: mention.documentKind,
      quote: sql`coalesce(${mention.quoteEn}, ${mention.quoteZh})`,
      sources: countSources(mention.citations),
    },
  },
  provinces: {
    noun: 'member',
    where: (view) => anyOf(member.list, view.list),
    order: {
      area: member.area,
      from: member.fromLatest,
      to: member.toLatest,
      list: member.list,
      sources: countSources(member.citations),
    },
  },
  areas: {
    noun: 'area',
    where: (view, edition) =>
      and(
        atOrBelow(area.id, view.area, edition),
        anyOf(area.kind, view.kind),
        holding(area, view.q, edition, { columns: [area.id, area.gbCode, area.nameEn, area.nameZh] }),
      ),
    facets: { area: area.id, kind: area.kind },
    below: true,
    order: {
      id: area.id,
      name: area.nameEn,
      kind: area.kind,
      parent: area.parent,
      code: area.gbCode,
      sources: countSources(area.citations),
    },
  },
  compare: {
    noun: 'observation',
    where: (view, edition) => getWhere('debt', toFiguresView(view), edition),
    order: figureOrder,
  },
  documents: {
    noun: 'document',
    where: (view, edition) =>
      and(
        within(document.issuedOnLatest, view),
        holding(document, view.q, edition, {
          columns: [document.number, document.titleEn, document.titleZh, document.issuer, document.summary],
        }),
      ),
    facets: { year: document.issuedOnLatest },
    order: {
      issued: document.issuedOnLatest,
      title: document.titleEn,
      number: document.number,
      issuer: document.issuer,
      sources: countSources(document.citations),
    },
  },
  sources: {
    noun: 'source',
    where: (view, edition) =>
      and(
        anyOf(source.kind, view.kind),
        anyOf(source.reliability, view.reliability),
        anyOf(source.language, view.language),
        holding(source, view.q, edition, {
          columns: [source.id, source.title, source.publisher, source.url, source.note],
        }),
      ),
    facets: { kind: source.kind, reliability: source.reliability, language: source.language },
    order: {
      published: source.publishedOnLatest,
      title: source.title,
      publisher: source.publisher,
      kind: source.kind,
      reliability: source.reliability,
    },
  },
  claimants: {
    noun: 'claimant',
    where: (view, edition) =>
      and(
        anyOf(claimant.kind, view.kind),
        holding(claimant, view.q, edition, { columns: [claimant.id, claimant.nameEn, claimant.nameZh, claimant.note] }),
      ),
    facets: { kind: claimant.kind },
    order: { id: claimant.id, name: claimant.nameEn, kind: claimant.kind, note: claimant.note },
  },
  lists: {
    noun: 'list',
    where: () => undefined,
    order: { id: list.id, name: list.nameEn, document: list.document, note: list.note },
  },
  reports: {
    noun: 'report',
    where: () => undefined,
    order: {
      id: report.id,
      kind: report.kind,
      member: report.member,
      date: report.dateLatest,
      note: report.note,
      sources: countSources(report.citations),
    },
  },
}

/** The noun a page's table is made of. */
export function getNoun(page: TablePage): Noun {
  return queries[page].noun
}

/** The condition of a view, without the edition; undefined where it asks for everything. */
export function getWhere(page: TablePage, view: AnyView, edition: number): SQL | undefined {
  return (queries[page] as Query<TablePage>).where(view as never, edition)
}

/** The columns a page counts by, by the key that filters by them; none where nothing can be filtered. */
export function getFacetColumns(page: TablePage): { [key: string]: PgColumn } {
  return queries[page].facets ?? {}
}

/** Whether a place asked for on a page is asked for with all below it. */
export function looksBelow(page: TablePage): boolean {
  return queries[page].below === true
}

/** The order of a view in an edition: its sort, what is unknown last, then the id. */
export function getOrder(page: TablePage, sort: string | undefined, id: PgColumn, edition: number): SQL[] {
  const { order } = queries[page]
  const ordered = order[sort?.replace(/^-/, '') ?? 'id'] ?? id
  const column = typeof ordered === 'function' ? ordered(edition) : ordered
  return [sort?.startsWith('-') ? sql`${desc(column)} nulls last` : sql`${asc(column)} nulls last`, asc(id)]
}
