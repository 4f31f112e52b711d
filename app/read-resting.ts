import type { Resting } from '@/components/desk/withdraw-form'
import { getName, hrefToRecord, toReading } from '@/components/view/reading'
import { getCurrentEdition } from '@/db/current-edition'
import { getLabels } from '@/db/get-labels'
import { listDependents } from '@/db/list-dependents'
import type { Language, Noun } from '@/domain/field'

const SHOWN = 20

/** What rests on a record now, by the names a reader of this language knows. */
export async function readResting(noun: Noun, id: string, language: Language): Promise<Resting> {
  const edition = (await getCurrentEdition()).n
  const dependents = await listDependents(noun, id, edition, SHOWN)
  const rows = dependents.flatMap((found) => found.rows).slice(0, SHOWN)
  const labels = await getLabels(edition, rows)
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0), labels)
  return {
    total: dependents.reduce((sum, found) => sum + found.total, 0),
    records: rows.map((row) => {
      const { text, lang } = getName(row.noun, row.id, row.fields, reading)
      const tag = lang === 'zh' ? 'zh-Hans' : lang
      return { href: hrefToRecord(reading, row.noun, row.id), text, ...(tag ? { lang: tag } : {}) }
    }),
  }
}
