/** Rows that share a value of every facet of a page, and how many they are; null is «not known». */
export type FacetCell = { values: { readonly [key: string]: string | null }; rows: number }

/** How many rows each value of each facet would give, by key and value. A value that is absent would give none. */
export type FacetCounts = { readonly [key: string]: ReadonlyMap<string, number> }

/**
 * One facet of a view: whether a cell's value is asked for, and under which values it counts. A place counts under every
 * place it lies in, a day under its year.
 */
export type Facet = {
  key: string
  accepts: (value: string | null) => boolean
  countsUnder: (value: string) => readonly string[]
}

/**
 * Counts what each value would give beside the filters of the other facets: a facet's own filter does not narrow it, so
 * that a second value can be added to the first. A cell that two filters refuse counts nowhere.
 */
export function countFacets(cells: readonly FacetCell[], facets: readonly Facet[]): FacetCounts {
  const counts = Object.fromEntries(facets.map(({ key }) => [key, new Map<string, number>()]))
  for (const { values, rows } of cells) {
    const refusing = facets.filter(({ key, accepts }) => !accepts(values[key] ?? null))
    if (refusing.length > 1) continue
    for (const { key, countsUnder } of refusing.length === 1 ? refusing : facets) {
      const value = values[key] ?? null
      if (value === null) continue
      for (const under of countsUnder(value)) counts[key]?.set(under, (counts[key]?.get(under) ?? 0) + rows)
    }
  }
  return counts
}

/** The facet of a key that names values one by one; no value asked for takes all. */
export function toValueFacet(key: string, asked: readonly string[]): Facet {
  return {
    key,
    accepts: (value) => asked.length === 0 || (value !== null && asked.includes(value)),
    countsUnder: (value) => [value],
  }
}

/** The facet of places, where a place is asked for with all below it; `lineageOf` gives a place and those above it. */
export function toPlaceFacet(
  key: string,
  asked: readonly string[],
  lineageOf: (id: string) => readonly string[],
): Facet {
  return {
    key,
    accepts: (value) => asked.length === 0 || (value !== null && lineageOf(value).some((id) => asked.includes(id))),
    countsUnder: lineageOf,
  }
}

/** The facet of years over the last days that dates may mean, narrowed by the bounds of the view. */
export function toYearFacet(key: string, { first, last }: { first?: string; last?: string }): Facet {
  return {
    key,
    accepts: (day) =>
      (first === undefined && last === undefined) ||
      (day !== null && (first === undefined || day >= first) && (last === undefined || day <= last)),
    countsUnder: (day) => [day.slice(0, 4)],
  }
}

/**
 * A place and those it lies in, nearest first. A statistical remainder is nobody's child: it counts under its own name only.
 */
export function getLineage(id: string, areas: ReadonlyMap<string, { parent: string | null; kind: string }>): string[] {
  const lineage: string[] = []
  for (let at: string | null = id; at !== null && !lineage.includes(at); ) {
    lineage.push(at)
    const area = areas.get(at)
    at = area === undefined || area.kind === 'statistical' ? null : area.parent
  }
  return lineage
}
