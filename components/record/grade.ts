import type { Reading } from '@/components/view/reading'
import { gradeOf } from '@/domain/evidence'
import type { Citation } from '@/domain/field'
import type { Reliability } from '@/domain/source'
import type { RecordLike } from './record-like'

/** The evidence grade of a task force or a mention, by the sources its labels hold. */
export function getGrade(row: RecordLike, reading: Reading) {
  return gradeOf(
    row.fields.citations as Citation[],
    (id) => reading.labels.source?.[id]?.reliability as Reliability | undefined,
  )
}
