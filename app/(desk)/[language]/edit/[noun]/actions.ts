'use server'

import { redirect } from 'next/navigation'
import { authorise } from '@/app/authorise'
import { explainConflict } from '@/app/explain-conflict'
import { isUnavailable } from '@/db/availability'
import { rememberCurrentEdition } from '@/db/current-edition'
import { type PublishResult, publish } from '@/db/publish'
import { type DependentsChoice, withdrawRecord } from '@/db/withdraw-record'
import { formatAddress, pageOfNoun } from '@/domain/address'
import type { Change } from '@/domain/change'
import type { EditState } from '@/domain/edit-state'
import { type Language, type Noun, nouns } from '@/domain/field'
import { type FormValues, fromFormValues } from '@/domain/record-form'

/**
 * Creates or changes one record from its form. `noun`, `id` (of a record that is there), `base` (the edition its version
 * began in, empty for a new one), `reason`, and the fields as domain/record-form.ts names them. Redirects to the record.
 */
export async function publishRecordAction(_before: EditState, form: FormData): Promise<EditState> {
  const typed = readForm(form)
  const refuse = (error: NonNullable<EditState>['error'], more: Partial<NonNullable<EditState>> = {}): EditState => ({
    ...typed.state,
    error,
    ...more,
  })
  return guard(refuse, async () => {
    const authorised = await authorise('publishRecordAction')
    if (!authorised.ok) return refuse(authorised.error)
    const { noun, language, base, reason } = typed
    if (!noun) return refuse('malformed')
    const { id, fields, values } = fromFormValues(noun, typed.state.values)
    if (form.get('more') !== null) return refuse('invalid', { values, rows: Number(form.get('rows') ?? 1) + 1 })
    const change: Change = { noun, id, base, fields }
    const result = await publish({ author: authorised.user.id, summary: reason, changes: [change] })
    if (result.ok) return finish(language, noun, id)
    return refuse(result.error, { values, ...(await explain(result, change, reason)) })
  })
}

/** Withdraws one record: `noun`, `id`, `base`, `reason`, `successor`, `dependents` (withdraw, replace or nothing), `replacement`. */
export async function withdrawRecordAction(_before: EditState, form: FormData): Promise<EditState> {
  const typed = readForm(form)
  const refuse = (error: NonNullable<EditState>['error'], more: Partial<NonNullable<EditState>> = {}): EditState => ({
    ...typed.state,
    error,
    ...more,
  })
  return guard(refuse, async () => {
    const authorised = await authorise('withdrawRecordAction')
    if (!authorised.ok) return refuse(authorised.error)
    const { noun, language, base, reason } = typed
    const { id = '', successor = '' } = typed.state.values
    if (!noun || base === null || id === '') return refuse('malformed')
    if (reason === '') return refuse('no-summary', { problems: { reason: 'missing' } })
    const withdraw = { reason, ...(successor === '' ? {} : { successor }) }
    const result = await withdrawRecord({
      author: authorised.user.id,
      noun,
      id,
      base,
      withdraw,
      dependents: toChoice(typed.state.values),
    })
    if (result.ok) return finish(language, noun, id)
    return refuse(result.error, await explain(result, { noun, id, base, withdraw }, reason))
  })
}

type Typed = {
  noun: Noun | null
  language: Language
  base: number | null
  reason: string
  state: Omit<NonNullable<EditState>, 'error'>
}

const VALUES_MOST = 400

/** Everything typed, as text; files and names of the framework are left out. */
function readForm(form: FormData): Typed {
  const entries = [...form]
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'))
    .slice(0, VALUES_MOST)
  const {
    noun: _noun,
    language: _language,
    base: _base,
    reason = '',
    ...values
  }: FormValues = Object.fromEntries(entries)
  const text = (name: string) => String(form.get(name) ?? '')
  const base = /^[1-9]\d{0,8}$/.test(text('base')) ? Number(text('base')) : null
  return {
    noun: nouns.find((known) => known === text('noun')) ?? null,
    language: text('language') === 'zh' ? 'zh' : 'en',
    base,
    reason: reason.trim(),
    state: { values, reason, problems: {}, base },
  }
}

function toChoice({ dependents, replacement = '' }: FormValues): DependentsChoice {
  if (dependents === 'withdraw') return { kind: 'withdraw' }
  return dependents === 'replace' ? { kind: 'replace', by: replacement.trim() } : { kind: 'none' }
}

/** A database that does not answer is one of the codes: what was typed stays. */
async function guard(refuse: (error: 'unavailable') => EditState, work: () => Promise<EditState>): Promise<EditState> {
  try {
    return await work()
  } catch (error) {
    if (isUnavailable(error)) return refuse('unavailable')
    throw error
  }
}

/** What a refusal says at the fields: codes by input name, and after a conflict the form set on the newest version. */
async function explain(
  result: (PublishResult & { ok: false }) | { ok: false; error: 'not-replaceable' | 'too-many' },
  change: Change,
  reason: string,
) {
  switch (result.error) {
    case 'invalid':
      return {
        problems: {
          ...Object.fromEntries(result.problems.map(({ key, code }) => [key, code])),
          ...(reason === '' ? { reason: 'missing' } : {}),
        },
      }
    case 'missing':
      return { problems: Object.fromEntries(result.missing.map(({ key }) => [key, 'reference'])) }
    case 'no-summary':
      return { problems: { reason: 'missing' } }
    case 'rests':
      return { dependents: result.dependents.map(({ noun, id, key }) => ({ noun, id, key })) }
    case 'conflict':
      return explainConflict(result.conflicts, change)
    default:
      return {}
  }
}

async function finish(language: Language, noun: Noun, id: string): Promise<never> {
  await rememberCurrentEdition()
  return redirect(formatAddress({ language, page: pageOfNoun[noun], id }))
}
