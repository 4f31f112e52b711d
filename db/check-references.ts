import { getTableName, sql } from 'drizzle-orm'
import { type Noun, nouns } from '@/domain/field'
import { getFields, getReferences } from '@/domain/record'
import type { Transaction } from './client'
import type { Dependent, MissingReference, SettledChange } from './publish-result'
import { tables, toColumn } from './record-table'

const DEPENDENTS_MOST = 200

/**
 * Looks, after all changes are applied, whether everything that changed rests on records that are there and whether
 * nothing rests on what was withdrawn. So a bad source can go together with what cites it.
 */
export async function checkReferences(
  transaction: Transaction,
  changes: readonly SettledChange[],
): Promise<
  | { ok: false; error: 'missing'; missing: MissingReference[] }
  | { ok: false; error: 'rests'; dependents: Dependent[] }
  | null
> {
  const dependents = await findDependents(transaction, changes)
  if (dependents.length > 0) return { ok: false, error: 'rests', dependents }
  const missing = await findMissing(transaction, changes)
  return missing.length > 0 ? { ok: false, error: 'missing', missing } : null
}

async function findMissing(transaction: Transaction, changes: readonly SettledChange[]): Promise<MissingReference[]> {
  const references = changes.flatMap(({ change: { noun, id, fields, withdraw } }) => {
    const successor = withdraw?.successor
    if (successor !== undefined) return [{ noun, id, key: 'successor', wants: noun, wanted: successor }]
    return fields
      ? getReferences(noun, fields).map((to) => ({ noun, id, key: to.key, wants: to.noun, wanted: to.id }))
      : []
  })
  const wanted = [...new Set(references.map(({ wants }) => wants))].map((wants) => {
    const ids = references.flatMap((reference) => (reference.wants === wants ? [reference.wanted] : []))
    const table = sql.identifier(getTableName(tables[wants]))
    return sql`
      select ${wants}::text as noun, id from json_array_elements_text(${JSON.stringify([...new Set(ids)])}::json) as wanted (id)
      where not exists (select from ${table} t where t.id = wanted.id collate "C" and t.to_edition is null)`
  })
  if (wanted.length === 0) return []
  const rows = await transaction.execute<{ noun: string; id: string }>(sql.join(wanted, sql` union all `))
  const absent = new Set(rows.map(({ noun, id }) => `${noun} ${id}`))
  return references.filter(({ wants, wanted: id }) => absent.has(`${wants} ${id}`))
}

async function findDependents(transaction: Transaction, changes: readonly SettledChange[]): Promise<Dependent[]> {
  const dependents: Dependent[] = []
  for (const rests of nouns) {
    const ids = changes.flatMap(({ change }) => (change.withdraw && change.noun === rests ? [change.id] : []))
    if (ids.length > 0) dependents.push(...(await listDependents(transaction, rests, ids)))
  }
  return dependents.slice(0, DEPENDENTS_MOST)
}

/** Every current record that names one of `ids`, records of `rests`, in a field or a citation; `most` of each field. */
export async function listDependents(
  transaction: Pick<Transaction, 'execute'>,
  rests: Noun,
  ids: readonly string[],
  most = DEPENDENTS_MOST,
): Promise<Dependent[]> {
  const dependents: Dependent[] = []
  const wanted = JSON.stringify(ids)
  for (const noun of nouns) {
    const table = sql.identifier(getTableName(tables[noun]))
    for (const field of getFields(noun)) {
      const key = field.key
      if (field.kind === 'reference' && field.noun === rests) {
        const column = sql.identifier(toColumn(key))
        const rows = await transaction.execute<{ id: string; on: string }>(sql`
          select id, ${column} as on from ${table}
          where to_edition is null and ${column} in (select json_array_elements_text(${wanted}::json) collate "C")
          order by id limit ${most}`)
        dependents.push(...rows.map((row) => ({ noun, id: row.id, key, rests, on: row.on })))
      }
      if (field.kind === 'citations' && rests === 'source') {
        const rows = await transaction.execute<{ id: string; on: string }>(sql`
          select id, wanted.source as on from json_array_elements_text(${wanted}::json) as wanted (source)
          join ${table} on to_edition is null and citations @> jsonb_build_array(jsonb_build_object('source', wanted.source))
          order by id limit ${most}`)
        dependents.push(...rows.map((row) => ({ noun, id: row.id, key, rests, on: row.on })))
      }
    }
  }
  return dependents
}
