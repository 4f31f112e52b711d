import { getName, hrefToRecord, toReading } from '@/components/view/reading'
import { getCurrentEdition } from '@/db/current-edition'
import { getLabels } from '@/db/get-labels'
import { getMixedRecords } from '@/db/get-record'
import type { RecordVersion } from '@/db/list-records'
import type { RecordKey } from '@/domain/drift'
import type { ListedRecord } from '@/domain/edit-state'
import type { Language } from '@/domain/field'

/** Records of the newest edition by the names a reader of this language knows, in their order. */
export async function nameRecords(rows: readonly RecordVersion[], language: Language): Promise<ListedRecord[]> {
  const edition = (await getCurrentEdition()).n
  const labels = await getLabels(edition, rows)
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0), labels)
  return rows.map(({ noun, id, fields }) => {
    const { text, lang } = getName(noun, id, fields, reading)
    const tag = lang === 'zh' ? 'zh-Hans' : lang
    return { id, href: hrefToRecord(reading, noun, id), text, ...(tag ? { lang: tag } : {}) }
  })
}

/** The same where only the ids are known; what the newest edition does not hold is left out. */
export async function readNamed(keys: readonly RecordKey[], language: Language): Promise<ListedRecord[]> {
  const edition = (await getCurrentEdition()).n
  return nameRecords(await getMixedRecords(keys, edition), language)
}
