import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

type Versioned = { fromEdition: PgColumn; toEdition: PgColumn }

/** The versions that stand in an edition: one condition for live and pinned, on top of the view's own index. */
export function asOf(table: Versioned, edition: number): SQL {
  return sql`${table.fromEdition} <= ${edition} and (${table.toEdition} is null or ${table.toEdition} > ${edition})`
}

/** The versions that began or ended after edition `a` and until edition `b`: all that can differ between the two. */
export function changedBetween(table: Versioned, a: number, b: number): SQL {
  return sql`((${table.fromEdition} > ${a} and ${table.fromEdition} <= ${b}) or (${table.toEdition} > ${a} and ${table.toEdition} <= ${b}))`
}
