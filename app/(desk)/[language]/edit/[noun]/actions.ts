'use server'

import { redirect } from 'next/navigation'
import { answerWarnings } from '@/app/answer-warnings'
import { authorise } from '@/app/authorise'
import { explainRefusal } from '@/app/explain-refusal'
import { isUnavailable } from '@/db/availability'
import { rememberCurrentEdition } from '@/db/current-edition'
import { reviseProposal } from '@/db/proposals'
import { publishDryRun } from '@/db/publish'
import { type SubmitResult, submit } from '@/db/submit'
import { type DependentsChoice, withdrawRecord } from '@/db/withdraw-record'
import { formatAddress, pageOfNoun } from '@/domain/address'
import type { Change } from '@/domain/change'
import type { EditState } from '@/domain/edit-state'
import type { Language, Noun } from '@/domain/field'
import { type FormValues, fromFormValues } from '@/domain/record-form'
import { formatDeskPath } from '@/domain/return-path'
import { changeRows, pickNote, readForm, type Typed, takeTheirs, toNumber } from './typed-form'

type Refusal = NonNullable<EditState>
type Refuse = (error: Refusal['error'], more?: Partial<Refusal>) => EditState

/**
 * Creates or changes one record from its form. `noun`, `id` (of a record that is there), `base` (the edition its version
 * began in, empty for a new one), `reason`, `reader` (the language of the form: a record may have one of its own), and the
 * fields as domain/record-form.ts names them. `proposal` and `revision` name the proposal that the form changes. `review`
 * asks for somebody else to look at it first. `more` and `drop` (a row) only change the rows for citations. What the change
 * makes doubtful asks for a note (`explanation`) first, which is put behind the reason. Redirects to the record, or to the
 * proposal that waits.
 */
export async function publishRecordAction(_before: EditState, form: FormData): Promise<EditState> {
  const typed = readForm(form)
  const noted = pickNote(typed.state.values)
  const refuse: Refuse = (error, more) => {
    const { values } = { ...typed.state, ...more }
    return { ...typed.state, error, ...more, values: { ...values, ...noted } }
  }
  return guard(refuse, async () => {
    const authorised = await authorise('publishRecordAction')
    if (!authorised.ok) return refuse(authorised.error)
    const { noun, language, base } = typed
    if (!noun) return refuse('malformed')
    if (form.has('more') || form.has('drop')) return refuse('invalid', changeRows(noun, form, typed.state.values))
    const chosen = await takeTheirs(noun, typed, form)
    const { id, fields, values } = fromFormValues(noun, chosen)
    const change: Change = { noun, id, base, fields }
    const n = toNumber(form.get('proposal'))
    const by = authorised.user.id
    const answer = await answerWarnings(change, typed.reason, typed.state.values)
    const summary = answer.ok ? answer.summary : typed.reason
    const proposing = { author: by, kind: 'record', summary, changes: [change] } as const
    if (!answer.ok) {
      // What is wrong comes before what is only doubtful: nobody explains what could not be published anyway.
      const tried = n > 0 ? null : await publishDryRun(proposing)
      if (tried?.ok === false)
        return refuse(tried.error, { values, ...(await explainRefusal(tried, change, { language, reason: summary })) })
      return refuse(answer.error, { values, ...answer.told })
    }
    if (n > 0) return revise({ by, n, revision: toNumber(form.get('revision')), summary, change, typed, refuse })
    const result = await submit({ ...proposing, wantsReview: form.has('review') })
    if (result.ok) return finish(result, language, noun, id)
    return refuse(result.error, { values, ...(await explainRefusal(result, change, typed)) })
  })
}

/**
 * Withdraws one record: `noun`, `id`, `base`, `reason`, `reader`, `successor`, `dependents` (withdraw, replace or
 * nothing), `replacement`.
 */
export async function withdrawRecordAction(_before: EditState, form: FormData): Promise<EditState> {
  const typed = readForm(form)
  const refuse: Refuse = (error, more) => ({ ...typed.state, error, ...more })
  return guard(refuse, async () => {
    const authorised = await authorise('withdrawRecordAction')
    if (!authorised.ok) return refuse(authorised.error)
    const { noun, language, base, reason } = typed
    const { id = '' } = typed.state.values
    const successor = typed.state.values.successor?.trim() ?? ''
    if (!noun || base === null || id === '') return refuse('malformed')
    const dependents = toChoice(typed.state.values)
    const problems = {
      ...(reason === '' ? { reason: 'missing' } : {}),
      ...(successor === id ? { successor: 'itself' } : {}),
      ...(dependents.kind === 'replace' && dependents.by === '' ? { replacement: 'missing' } : {}),
      ...(dependents.kind === 'replace' && dependents.by === id ? { replacement: 'itself' } : {}),
    }
    if (Object.keys(problems).length > 0) return refuse('invalid', { problems })
    const withdraw = { reason, ...(successor === '' ? {} : { successor }) }
    const result = await withdrawRecord({
      author: authorised.user.id,
      noun,
      id,
      base,
      withdraw,
      dependents,
      wantsReview: form.has('review'),
    })
    if (result.ok) return finish(result, language, noun, id)
    return refuse(result.error, await explainRefusal(result, { noun, id, base, withdraw }, typed))
  })
}

/** Puts what was typed in the place of what a proposal held, by whoever answers for it. */
async function revise({ by, n, revision, summary, change, typed, refuse }: Revising): Promise<EditState> {
  const { language } = typed
  const result = await reviseProposal({ by, n, revision, summary, changes: [change] })
  if (result.ok) return redirect(formatDeskPath(language, `/edit/proposals/${n}`))
  return refuse(result.error, await explainRefusal(result, change, typed))
}

type Revising = {
  by: string
  n: number
  revision: number
  summary: string
  change: Change
  typed: Typed
  refuse: Refuse
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

/** To the record where it was published, to the proposal where somebody else must let it pass. */
async function finish(result: SubmitResult & { ok: true }, language: Language, noun: Noun, id: string): Promise<never> {
  if ('proposal' in result) return redirect(formatDeskPath(language, `/edit/proposals/${result.proposal}`))
  await rememberCurrentEdition()
  return redirect(formatAddress({ language, page: pageOfNoun[noun], id }))
}
