import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { AnyFields, Noun } from '@/domain/field'
import { derive, getFields } from '@/domain/record'
import * as schema from './schema/record'

type RecordTable = PgTable & { id: PgColumn; fromEdition: PgColumn; toEdition: PgColumn }

/** The table in which the versions of each noun stand. */
export const tables: Record<Noun, RecordTable> = {
  area: schema.area,
  source: schema.source,
  document: schema.document,
  list: schema.list,
  member: schema.member,
  report: schema.report,
  'task-force': schema.taskForce,
  mention: schema.mention,
  claimant: schema.claimant,
  indicator: schema.indicator,
  observation: schema.observation,
}

/** A version as `insertRows` takes it: values by the names of columns, derived columns filled in. */
export function toRow(noun: Noun, id: string, edition: number, fields: AnyFields): Record<string, unknown> {
  const row: Record<string, unknown> = { id, from_edition: edition, to_edition: null }
  for (const [key, value] of Object.entries({ ...fields, ...derive(noun, fields) })) row[toColumn(key)] = value
  return row
}

/** The fields of a row as read, by column name or by key; what is null is absent. */
export function toFields(noun: Noun, row: Record<string, unknown>): AnyFields {
  const fields: AnyFields = {}
  for (const { key } of getFields(noun)) {
    const value = row[key] ?? row[toColumn(key)]
    if (value !== null && value !== undefined) fields[key] = value as AnyFields[string]
  }
  return fields
}

export function toColumn(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
