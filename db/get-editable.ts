import type { Withdrawal } from '@/domain/change'
import type { AnyFields, Noun } from '@/domain/field'
import { getCurrentEdition, rememberCurrentEdition } from './current-edition'
import { getHistory } from './get-record'

/** A record as an editor opens it: its latest fields, and the edition of its latest version. */
export type Editable = { id: string; base: number; fields: AnyFields; withdraw: Withdrawal | null }

/** The newest version of a record, withdrawn ones with the fields they had; null where there never was one. */
export async function getEditable(noun: Noun, id: string): Promise<Editable | null> {
  await rememberCurrentEdition()
  const history = await getHistory(noun, id, (await getCurrentEdition()).n)
  const last = history.at(-1)
  const fields = history.findLast((version) => version.fields)?.fields
  if (!last || !fields) return null
  return { id, base: last.edition, fields, withdraw: last.withdraw }
}

/** An older version of a record, to be opened again; null where an edition made none, or a withdrawal. */
export async function getVersion(
  noun: Noun,
  id: string,
  edition: number,
): Promise<{ edition: number; fields: AnyFields } | null> {
  if (!Number.isSafeInteger(edition) || edition < 1) return null
  const history = await getHistory(noun, id, edition)
  const last = history.at(-1)
  return last?.edition === edition && last.fields ? { edition, fields: last.fields } : null
}
