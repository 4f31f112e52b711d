import type { Resting } from '@/components/desk/withdraw-form'
import { getCurrentEdition } from '@/db/current-edition'
import { listDependents } from '@/db/list-dependents'
import type { Language, Noun } from '@/domain/field'
import { nameRecords } from './name-records'

const SHOWN = 20

/** What rests on a record now, by the names a reader of this language knows. */
export async function readResting(noun: Noun, id: string, language: Language): Promise<Resting> {
  const dependents = await listDependents(noun, id, (await getCurrentEdition()).n, SHOWN)
  const rows = dependents.flatMap((found) => found.rows).slice(0, SHOWN)
  return {
    total: dependents.reduce((sum, found) => sum + found.total, 0),
    records: await nameRecords(rows, language),
  }
}
