import type { Reading } from '@/components/view/reading'
import type { FieldConflict } from '@/domain/change'
import type { AnyFields, Noun } from '@/domain/field'
import type { RebaseRow } from './rebase-form'

/** A record that moved since a change to it was made. */
export type StaleChange = {
  noun: Noun
  id: string
  newest: { fields: AnyFields | null } | null
  change: { withdraw?: { reason: string } | undefined }
  conflicts: readonly FieldConflict[]
}

type RowWords = { follow: string; gone: string; yours: string; theirs: string }

/** The choices somebody has to make before stale changes can be set on the newest versions. */
export function toRebaseRows(stale: readonly StaleChange[], reading: Reading, words: RowWords): RebaseRow[] {
  return stale.flatMap(({ noun, id, newest, change, conflicts }) => {
    const record = { noun, id }
    if (change.withdraw || !newest?.fields) {
      const [theirs, yours] = change.withdraw ? [words.theirs, words.gone] : [words.gone, words.yours]
      return [{ ...record, key: '', label: `${id}: ${words.follow}`, base: '', theirs, yours }]
    }
    const names: Record<string, string> = reading.words.fields
    return conflicts.map(({ key, base, theirs, yours }) => ({
      ...record,
      key,
      label: `${id}: ${names[key] ?? key}`,
      base: toText(base),
      theirs: toText(theirs),
      yours: toText(yours),
    }))
  })
}

function toText(value: AnyFields[string]): string {
  if (value === undefined) return '–'
  if (!Array.isArray(value)) return String(value)
  return (value as (string | object)[])
    .map((one) => (typeof one === 'string' ? one : Object.values(one).join(' · ')))
    .join('; ')
}
