import { and, type SQL, sql } from 'drizzle-orm'
import {
  countFacets,
  type Facet,
  type FacetCell,
  type FacetCounts,
  getLineage,
  toPlaceFacet,
  toValueFacet,
  toYearFacet,
} from '@/domain/facet'
import { type AnyView, formatView, getBounds } from '@/domain/view'
import { asOf } from './as-of'
import { read } from './client'
import { tables } from './record-table'
import { area } from './schema/record'
import { getFacetColumns, getNoun, getWhere, looksBelow, type TablePage } from './view-queries'

/**
 * How many rows of a view in an edition each value of each of the page's facets would give. One query counts the rows
 * by all facets at once, narrowed by what is no facet (free text, and the dates where there is no facet of years); the
 * filters themselves are folded in over its few thousand cells.
 */
export async function listFacets(page: TablePage, view: AnyView, edition: number): Promise<FacetCounts> {
  const keys = Object.keys(getFacetColumns(page))
  if (keys.length === 0) return {}
  const [cells, lineageOf] = await Promise.all([
    listCells(page, getRest(keys, view), edition),
    looksBelow(page) ? listLineages(edition) : undefined,
  ])
  return countFacets(
    cells,
    keys.map((key): Facet => {
      const asked = (view[key] as readonly string[] | undefined) ?? []
      if (key === 'year') return toYearFacet(key, getBounds(view as { from?: string; to?: string }))
      return key === 'area' && lineageOf ? toPlaceFacet(key, asked, lineageOf) : toValueFacet(key, asked)
    }),
  )
}

/** The view without the filters that are facets, in one spelling for all views that differ in nothing else. */
function getRest(keys: readonly string[], view: AnyView): AnyView {
  const rest: AnyView = { ...view, sort: undefined, page: 1, chart: undefined, ignored: [] }
  for (const key of keys) rest[key] = []
  return keys.includes('year') ? { ...rest, from: undefined, to: undefined } : rest
}

/** Cells are f(edition, rest of the view): the latest few are remembered, those of free text never. */
const remembered = new Map<string, readonly FacetCell[]>()
const REMEMBERED_MOST = 24

async function listCells(page: TablePage, rest: AnyView, edition: number): Promise<readonly FacetCell[]> {
  const key = `${edition} ${page} ${formatView(page, rest)}`
  const known = remembered.get(key)
  if (known) return known
  const cells = await countCells(page, getWhere(page, rest, edition), edition)
  if (rest.q !== undefined) return cells
  remembered.set(key, cells)
  for (const old of [...remembered.keys()].slice(0, -REMEMBERED_MOST)) remembered.delete(old)
  return cells
}

async function countCells(page: TablePage, where: SQL | undefined, edition: number): Promise<FacetCell[]> {
  const table = tables[getNoun(page)]
  const columns = getFacetColumns(page)
  const rows = await read((database) =>
    database
      .select({ ...columns, rows: sql<number>`count(*)::int` })
      .from(table)
      .where(and(asOf(table, edition), where))
      .groupBy(...Object.values(columns)),
  )
  return rows.map(({ rows: count, ...values }) => ({ values: values as FacetCell['values'], rows: Number(count) }))
}

async function listLineages(edition: number): Promise<(id: string) => readonly string[]> {
  const rows = await read((database) =>
    database.select({ id: area.id, parent: area.parent, kind: area.kind }).from(area).where(asOf(area, edition)),
  )
  const areas = new Map(rows.map(({ id, ...rest }) => [id, rest]))
  return (id) => getLineage(id, areas)
}
