import { and, or, sql } from 'drizzle-orm'
import { compareFields } from '@/domain/change'
import type { DriftRow, RecordKey } from '@/domain/drift'
import type { Noun } from '@/domain/field'
import { getFields } from '@/domain/record'
import { asOf } from './as-of'
import { read } from './client'
import { type EditionSpan, isAmong, type Part } from './drift-parts'
import { type RecordVersion, toVersion } from './list-records'
import { tables, toColumn } from './record-table'

type Kind = DriftRow['kind']

/** How many records of a noun differ, and the first of them by id. */
export type Net = { noun: Noun; counts: { [K in Kind]?: number }; first: (RecordKey & { kind: Kind })[] }

/** A record that differs with the version that is there, the newer where both are. */
export type NetRow = Pick<DriftRow, 'noun' | 'id' | 'kind' | 'fields' | 'differences'>

/**
 * Which records of a part differ between two editions, counted by the database, where there may be hundreds of thousands:
 * what changed and changed back is no difference. Looks only at versions that ended, or began, in between.
 * @param most how many of them are named
 */
export async function netVersions({ a, b }: EditionSpan, { noun, before, after }: Part, most: number): Promise<Net> {
  const table = tables[noun]
  const fields = getFields(noun).map(({ key, kind }) => {
    const column = sql.identifier(toColumn(key))
    return kind === 'decimal' ? sql`${column}::text` : column
  })
  const same = sql.join(
    fields.map((_, at) => sql`old.${sql.identifier(`f${at}`)} is not distinct from new.${sql.identifier(`f${at}`)}`),
    sql` and `,
  )
  const values = sql.join(
    fields.map((field, at) => sql`${field} as ${sql.identifier(`f${at}`)}`),
    sql`, `,
  )
  const [net] = await read((database) =>
    database.execute<{ counts: Net['counts'] | null; first: { id: string; kind: Kind }[] | null }>(sql`
      with old as (
        select id, ${values} from ${table}
        where from_edition <= ${a} and to_edition > ${a} and to_edition <= ${b} and (${before})
      ), new as (
        select id, ${values} from ${table}
        where from_edition > ${a} and from_edition <= ${b} and (to_edition is null or to_edition > ${b}) and (${after})
      ), net as (
        select coalesce(old.id, new.id) as id,
          case when new.id is null then 'gone' when old.id is null then 'come' else 'changed' end as kind
        from old full join new on old.id = new.id
        where old.id is null or new.id is null or not (${same})
      )
      select (select json_object_agg(kind, count) from (select kind, count(*)::int from net group by kind) counted) as counts,
        (select json_agg(named order by id) from (select id, kind from net order by id limit ${most}) named) as first`),
  )
  return { noun, counts: net?.counts ?? {}, first: (net?.first ?? []).map((row) => ({ noun, ...row })) }
}

/** The fields of records that differ, and in which of them they do. */
export async function readNetRows(
  { a, b }: EditionSpan,
  net: readonly (RecordKey & { kind: Kind })[],
): Promise<NetRow[]> {
  const named = [...new Set(net.map(({ noun }) => noun))]
  const versions = await Promise.all(
    named.map((noun) =>
      readVersions(
        noun,
        net.filter((row) => row.noun === noun),
        a,
        b,
      ),
    ),
  )
  const [before, after] = [new Map<string, RecordVersion>(), new Map<string, RecordVersion>()]
  for (const version of versions.flat()) (version.fromEdition <= a ? before : after).set(toKey(version), version)
  return net.map(({ noun, id, kind }) => {
    const [older, newer] = [before.get(toKey({ noun, id })), after.get(toKey({ noun, id }))]
    const keys = getFields(noun).map((field) => field.key)
    const differences = kind === 'changed' && older && newer ? compareFields(keys, older.fields, newer.fields) : []
    return { noun, id, kind, fields: (kind === 'gone' ? older : newer)?.fields ?? {}, differences }
  })
}

async function readVersions(noun: Noun, rows: readonly RecordKey[], a: number, b: number): Promise<RecordVersion[]> {
  const table = tables[noun]
  const among = isAmong(
    noun,
    rows.map(({ id }) => id),
  )
  const found = await read((database) =>
    database
      .select()
      .from(table)
      .where(and(among, or(asOf(table, a), asOf(table, b)))),
  )
  return found.map((row) => toVersion(noun, row))
}

export function toKey({ noun, id }: RecordKey): string {
  return `${noun} ${id}`
}
