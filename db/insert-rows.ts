import { type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { toColumn } from './record-table'

type Row = { [column: string]: unknown }

/** From so many rows on, arrays are worth their many parameters. */
const MANY = 100
/** So many are inserted at once: the database inserts them while the next are put together. */
const PART = 2_000

/** How many statements {@link insertInParts} makes of so many rows. */
export function countParts(rows: number): number {
  return Math.ceil(rows / PART)
}

/** The statements that insert any number of rows, each put together when it is asked for. */
export function* insertInParts(table: PgTable, rows: readonly Row[]): Generator<SQL> {
  for (let at = 0; at < rows.length; at += PART) yield insertRows(table, rows.slice(at, at + PART))
}

/** The statement that inserts rows, their values by the names of columns. A row may lack what can be null. */
function insertRows(table: PgTable, rows: readonly Row[]): SQL {
  return rows.length < MANY ? insertFew(table, rows) : insertMany(table, rows)
}

function insertFew(table: PgTable, rows: readonly Row[]): SQL {
  return sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${JSON.stringify(rows)}::json)`
}

/** Values go as an array a column, which the database reads in a quarter of the time that as much JSON takes it. */
function insertMany(table: PgTable, rows: readonly Row[]): SQL {
  const columns = getTableConfig(table).columns.map((column) => {
    const [type = ''] = column.getSQLType().split(' collate ')
    return { name: toColumn(column.name), type }
  })
  const names = columns.map(({ name }) => sql.identifier(name))
  const arrays = columns.map(({ name, type }) => {
    const values = rows.map((row) => row[name] ?? null)
    return sql`${toArray(type === 'jsonb' ? values.map(toJson) : values)}::text[]`
  })
  const cast = columns.map(({ name, type }) => sql`made.${sql.identifier(name)}::${sql.raw(type)}`)
  return sql`
    insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(cast, sql`, `)}
    from unnest(${sql.join(arrays, sql`, `)}) as made (${sql.join(names, sql`, `)})`
}

function toJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}

/** A list of texts and numbers as PostgreSQL spells an array, which is JSON but for the brackets and what is behind a backslash. */
export function toArray(values: readonly unknown[]): string {
  const json = JSON.stringify(values)
  if (!/\\[^"\\]/.test(json)) return `{${json.slice(1, -1)}}`
  return `{${values.map((value) => (value === null ? 'null' : `"${String(value).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`
}
