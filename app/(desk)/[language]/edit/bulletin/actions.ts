'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { answerNote } from '@/app/answer-warnings'
import { authorise } from '@/app/authorise'
import { parseLanguage, toPostedForm } from '@/app/form-post'
import { readFigures, readHead } from '@/app/read-bulletin'
import { isUnavailable } from '@/db/availability'
import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { findWarnings } from '@/db/find-warnings'
import { publishDryRun } from '@/db/publish'
import { type SubmitResult, submit } from '@/db/submit'
import { formatAddress } from '@/domain/address'
import {
  type BulletinFigure,
  type BulletinHead,
  readBulletin,
  toBulletinFields,
  toInputName,
  toSheetWarnings,
} from '@/domain/bulletin'
import type { EditError, EditState } from '@/domain/edit-state'
import type { FormValues } from '@/domain/record-form'
import { formatDeskPath } from '@/domain/return-path'
import { type BasedChange, NOTE_NAME, WARNED_NAME } from '@/domain/warning'

type Refuse = (error: EditError, more?: Partial<NonNullable<EditState>>) => EditState

/**
 * Publishes or proposes the figures of a bulletin as one: `source`, `area`, `period`, `frequency`, `base` (the edition
 * whose values stood beside), `v.<indicator>`, `reason`, `review` and `language`. What the figures make doubtful asks for
 * one note (`explanation`) first, which is put behind the reason.
 */
export async function publishBulletinAction(_before: EditState, form: FormData): Promise<EditState> {
  const field = toPostedForm(form)
  const { typed, values } = readTyped(form)
  const reason = field('reason').trim()
  const review = field('review') === 'yes'
  const asked = /^[1-9]\d{0,8}$/.test(field('base')) ? Number(field('base')) : null
  const refuse: Refuse = (error, more) => ({ error, values, reason, problems: {}, base: asked, review, ...more })
  try {
    const authorised = await authorise('publishBulletinAction')
    if (!authorised.ok) return refuse(authorised.error)
    await rememberCurrentEdition()
    const newest = (await getCurrentEdition()).n
    const edition = Math.min(asked ?? newest, newest)
    const [source, area, period, frequency] = [field('source'), field('area'), field('period'), field('frequency')]
    const head = await readHead({ source, area, period, frequency }, edition)
    if (!head) return refuse('malformed')
    const { indicators, figures: known } = await readFigures(head, edition)
    const figures = readBulletin(head, indicators, typed)
    const problems = findProblems(figures, reason)
    if (Object.keys(problems).length > 0) return refuse('invalid', { problems })
    const based = toChanges(head, figures, known)
    const found = toSheetWarnings(
      figures.map(({ indicator }) => indicator),
      await findWarnings(based),
    )
    const answer = answerNote(found, reason, values)
    const changes = based.map(({ change }) => change)
    const summary = answer.ok ? answer.summary : reason
    const submitting = { author: authorised.user.id, kind: 'bulletin', summary, changes } as const
    // What is wrong comes before what is only doubtful: nobody explains what could not be published anyway.
    const result = answer.ok ? await submit({ ...submitting, wantsReview: review }) : await publishDryRun(submitting)
    if (!result.ok) return refuseResult(result, figures, refuse)
    if (!answer.ok) return refuse(answer.error, answer.told)
    return await finish(result as SubmitResult & { ok: true }, parseLanguage(field('language')))
  } catch (error) {
    if (isUnavailable(error)) return refuse('unavailable')
    throw error
  }
}

const FIGURES_MOST = 200

/** What was typed by indicator, and all that the form shall hold again: figures, and the note with what it is for. */
function readTyped(form: FormData) {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const figures = texts.filter(([name]) => name.startsWith('v.')).slice(0, FIGURES_MOST)
  const short = figures.map(([name, text]) => [name, text.slice(0, 60)] as const)
  const noted = texts.filter(([name]) => name === NOTE_NAME || name === WARNED_NAME)
  const typed: { [indicator: string]: string } = Object.fromEntries(short.map(([name, text]) => [name.slice(2), text]))
  return { typed, values: Object.fromEntries([...short, ...noted]) as FormValues }
}

function findProblems(figures: readonly BulletinFigure[], reason: string): Record<string, string> {
  const wrong = figures.flatMap((figure) => (figure.ok ? [] : [[toInputName(figure.indicator), figure.error]]))
  return {
    ...Object.fromEntries(wrong),
    ...(figures.length === 0 ? { sheet: 'missing' } : {}),
    ...(reason === '' ? { reason: 'missing' } : {}),
  }
}

function toChanges(
  head: BulletinHead,
  figures: readonly BulletinFigure[],
  known: Awaited<ReturnType<typeof readFigures>>['figures'],
): BasedChange[] {
  const before = new Map(known.map((figure) => [figure.id, figure]))
  return figures.flatMap((figure) => {
    if (!figure.ok) return []
    const { id, indicator, value } = figure
    const was = before.get(id)
    const fields = toBulletinFields(head, indicator, value, was?.fields ?? null)
    const change = { noun: 'observation' as const, id, base: was?.fromEdition ?? null, fields }
    return [{ change, base: was?.fields ?? null }]
  })
}

/**
 * What a refusal is about, at its cells. After a conflict the sheet is set on the newest edition, whose values stand beside
 * from then on: who sends it again has seen them.
 */
async function refuseResult(
  result: SubmitResult & { ok: false },
  figures: readonly BulletinFigure[],
  refuse: Refuse,
): Promise<EditState> {
  const problems = result.error === 'invalid' ? result.problems : []
  // A figure that was new, and that somebody else has published meanwhile, is met like any other.
  const taken = problems.filter(({ code }) => code === 'taken')
  const met = result.error === 'conflict' ? result.conflicts : taken
  const error = met.length > 0 ? 'conflict' : result.error
  const ids = new Set((met.length > 0 ? met : problems).map(({ id }) => id))
  const wrong = figures.filter(({ id }) => ids.has(id)).map(({ indicator }) => [toInputName(indicator), error])
  const told: Record<string, string> = Object.fromEntries(wrong)
  if (error !== 'conflict') return refuse(error, { problems: told })
  await rememberCurrentEdition()
  refresh()
  return refuse(error, { problems: told, base: (await getCurrentEdition()).n })
}

async function finish(result: SubmitResult & { ok: true }, language: 'en' | 'zh'): Promise<never> {
  if ('proposal' in result) return redirect(formatDeskPath(language, `/edit/proposals/${result.proposal}`))
  await rememberCurrentEdition()
  return redirect(formatAddress({ language, page: 'editions', id: String(result.edition) }))
}
