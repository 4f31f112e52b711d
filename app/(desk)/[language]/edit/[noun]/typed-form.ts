import { getVersion } from '@/db/get-editable'
import type { EditState } from '@/domain/edit-state'
import { type Language, type Noun, nouns } from '@/domain/field'
import { getFields } from '@/domain/record'
import { countCitationRows, dropCitation, type FormValues, fromFormValues, toFormValues } from '@/domain/record-form'
import { NOTE_NAME, WARNED_NAME } from '@/domain/warning'

/** What the form of a record held when it was sent, and the state it is drawn from again. */
export type Typed = {
  noun: Noun | null
  language: Language
  base: number | null
  reason: string
  state: Omit<NonNullable<EditState>, 'error'>
}

const VALUES_MOST = 400

/** Everything typed, as text; files and names of the framework are left out. */
export function readForm(form: FormData): Typed {
  const entries = [...form]
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !/^(\$|take\.)/.test(entry[0]))
    .slice(0, VALUES_MOST)
  const named: FormValues = Object.fromEntries(entries)
  const { noun: _noun, reader: _reader, base: _base, review: _review, reason = '', ...values } = named
  const text = (name: string) => String(form.get(name) ?? '')
  const base = /^[1-9]\d{0,8}$/.test(text('base')) ? Number(text('base')) : null
  return {
    noun: nouns.find((known) => known === text('noun')) ?? null,
    language: text('reader') === 'zh' ? 'zh' : 'en',
    base,
    reason: reason.trim(),
    state: { values, reason, problems: {}, base, ...(form.has('review') ? { review: true } : {}) },
  }
}

/** The note on warnings and what it was written for: no fields of a record, and kept beside them whatever is refused. */
export function pickNote(values: FormValues): FormValues {
  const kept = [NOTE_NAME, WARNED_NAME].flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]))
  return Object.fromEntries(kept)
}

/** What was typed, with their text in the fields in which it was chosen after a conflict (`take.` and the field: theirs). */
export async function takeTheirs(noun: Noun, { base, state }: Typed, form: FormData): Promise<FormValues> {
  const keys = getFields(noun)
    .map(({ key }) => key)
    .filter((key) => form.get(`take.${key}`) === 'theirs')
  const version = keys.length > 0 && base !== null ? await getVersion(noun, state.values.id ?? '', base) : null
  if (!version) return state.values
  const isTaken = (name: string) => keys.some((key) => name === key || name.startsWith(`${key}.`))
  const pick = (values: FormValues, taken: boolean) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => isTaken(name) === taken))
  return { ...pick(state.values, false), ...pick(toFormValues(noun, version.fields), true) }
}

/** «Add another source» and «Remove this source»: work without JavaScript, so the server does it. */
export function changeRows(noun: Noun, form: FormData, typed: FormValues): Partial<NonNullable<EditState>> {
  const drop = form.get('drop')
  const kept = drop === null ? typed : dropCitation('citations', String(drop), typed)
  const { values } = fromFormValues(noun, kept)
  const shown = Number(form.get('rows') ?? 1)
  return { values, rows: countCitationRows('citations', values, drop === null ? shown + 1 : shown - 1) }
}

/** The number of an edition, a proposal or a revision; 0 for what is none. */
export function toNumber(given: FormDataEntryValue | null): number {
  return /^[1-9]\d{0,8}$/.test(String(given)) ? Number(given) : 0
}
