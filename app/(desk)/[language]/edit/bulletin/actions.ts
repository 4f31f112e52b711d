'use server'

import { redirect } from 'next/navigation'
import { authorise } from '@/app/authorise'
import { parseLanguage, toPostedForm } from '@/app/form-post'
import { readFigures, readHead } from '@/app/read-bulletin'
import { isUnavailable } from '@/db/availability'
import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { type SubmitResult, submit } from '@/db/submit'
import { formatAddress } from '@/domain/address'
import {
  type BulletinFigure,
  type BulletinHead,
  listBulletinTests,
  readBulletin,
  testBulletin,
  toBulletinFields,
} from '@/domain/bulletin'
import type { Change } from '@/domain/change'
import type { EditError, EditState } from '@/domain/edit-state'
import { formatDeskPath } from '@/domain/return-path'

type Refuse = (error: EditError, problems?: Record<string, string>) => EditState

/**
 * Publishes or proposes the figures of a bulletin as one: `source`, `area`, `period`, `frequency`, `edition` (whose values
 * stood beside), `v.<indicator>`, `note`, `reason`, `review` and `language`.
 */
export async function publishBulletinAction(_before: EditState, form: FormData): Promise<EditState> {
  const field = toPostedForm(form)
  const typed = readTyped(form)
  const [reason, note] = [field('reason').trim(), field('note').trim()]
  const values = { ...Object.fromEntries(Object.entries(typed).map(([id, text]) => [`v.${id}`, text])), note }
  const review = field('review') === 'yes'
  const refuse: Refuse = (error, problems = {}) => ({ error, values, reason, problems, base: null, review })
  try {
    const authorised = await authorise('publishBulletinAction')
    if (!authorised.ok) return refuse(authorised.error)
    const edition = await readEdition(field('edition'))
    const [source, area, period, frequency] = [field('source'), field('area'), field('period'), field('frequency')]
    const head = await readHead({ source, area, period, frequency }, edition)
    if (!head) return refuse('malformed')
    const { indicators, rows, published, figures: known } = await readFigures(head, edition)
    const figures = readBulletin(head, indicators, typed)
    const failed = testBulletin(listBulletinTests(head, rows), figures, published).filter(
      ({ outcome }) => outcome === 'fails',
    )
    const problems = findProblems(figures, { reason, isNoteMissing: failed.length > 0 && note === '' })
    if (Object.keys(problems).length > 0) return refuse('invalid', problems)
    const odd = new Set(failed.flatMap(({ total, parts }) => [total, ...parts]))
    const changes = toChanges(head, figures, known, (id) => (odd.has(id) ? note : ''))
    const submitting = { author: authorised.user.id, kind: 'bulletin', summary: reason, changes } as const
    const result = await submit({ ...submitting, wantsReview: review })
    if (result.ok) return await finish(result, parseLanguage(field('language')))
    return refuse(result.error, describeRefusal(result, figures))
  } catch (error) {
    if (isUnavailable(error)) return refuse('unavailable')
    throw error
  }
}

const FIGURES_MOST = 200

function readTyped(form: FormData): { [indicator: string]: string } {
  const entries = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0].startsWith('v.'),
  )
  return Object.fromEntries(entries.slice(0, FIGURES_MOST).map(([name, text]) => [name.slice(2), text.slice(0, 60)]))
}

/** The edition the sheet was drawn from: what others changed since is merged or a conflict. */
async function readEdition(text: string): Promise<number> {
  await rememberCurrentEdition()
  const newest = (await getCurrentEdition()).n
  return /^[1-9]\d{0,8}$/.test(text) ? Math.min(Number(text), newest) : newest
}

function findProblems(
  figures: readonly BulletinFigure[],
  { reason, isNoteMissing }: { reason: string; isNoteMissing: boolean },
): Record<string, string> {
  const wrong = figures.flatMap((figure) => (figure.ok ? [] : [[`v.${figure.indicator}`, figure.error]]))
  return {
    ...Object.fromEntries(wrong),
    ...(figures.length === 0 ? { sheet: 'missing' } : {}),
    ...(isNoteMissing ? { note: 'missing' } : {}),
    ...(reason === '' ? { reason: 'missing' } : {}),
  }
}

function toChanges(
  head: BulletinHead,
  figures: readonly BulletinFigure[],
  known: Awaited<ReturnType<typeof readFigures>>['figures'],
  toNote: (id: string) => string,
): Change[] {
  const before = new Map(known.map((figure) => [figure.id, figure]))
  return figures.flatMap((figure) => {
    if (!figure.ok) return []
    const { id, indicator, value } = figure
    const was = before.get(id)
    const fields = toBulletinFields(head, indicator, value, was?.fields ?? null, toNote(id))
    return [{ noun: 'observation' as const, id, base: was?.fromEdition ?? null, fields }]
  })
}

/** The cells a refusal is about. */
function describeRefusal(
  result: SubmitResult & { ok: false },
  figures: readonly BulletinFigure[],
): Record<string, string> {
  const ids =
    result.error === 'conflict'
      ? result.conflicts.map(({ id }) => id)
      : result.error === 'invalid'
        ? result.problems.map(({ id }) => id)
        : []
  return Object.fromEntries(
    figures.filter(({ id }) => ids.includes(id)).map(({ indicator }) => [`v.${indicator}`, result.error]),
  )
}

async function finish(result: SubmitResult & { ok: true }, language: 'en' | 'zh'): Promise<never> {
  if ('proposal' in result) return redirect(formatDeskPath(language, `/edit/proposals/${result.proposal}`))
  await rememberCurrentEdition()
  return redirect(formatAddress({ language, page: 'editions', id: String(result.edition) }))
}
