'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { authorise, authoriseAction } from '@/app/authorise'
import { parseLanguage, toPostedForm } from '@/app/form-post'
import { describeReport, fieldNames, lookAtImport } from '@/app/read-import'
import { isUnavailable } from '@/db/availability'
import { rememberCurrentEdition } from '@/db/current-edition'
import { changeImport, dropImport, getImport, keepImport } from '@/db/import-drafts'
import { submitImport } from '@/db/import-report'
import { followWork } from '@/db/progress'
import { formatAddress } from '@/domain/address'
import { peekCsv } from '@/domain/csv'
import type { DeskState } from '@/domain/desk-code'
import type { EditError, EditState } from '@/domain/edit-state'
import { type Noun, nouns } from '@/domain/field'
import { type ColumnMap, listImportHeads, matchColumns } from '@/domain/import-column'
import { formatDeskPath } from '@/domain/return-path'
import { decodeText } from '@/domain/text-encoding'
import { NOTE_NAME, WARNED_NAME } from '@/domain/warning'
import { parseWorkKey, WORK_KEY } from '@/domain/work-key'

/**
 * Keeps a file and looks at it: `noun`, `file` or `text`, `edition` it was made from (empty: the newest), `language`. For a
 * file that is kept already `n`, and `head 0`, `column 0` … what its columns hold. `work` is the key by which it is followed.
 * Redirects to the kept file.
 */
export async function checkImportAction(_before: EditState, form: FormData): Promise<EditState> {
  const field = toPostedForm(form)
  const refuse = (error: EditError, text = '', problems: Record<string, string> = {}): EditState => ({
    error,
    values: { noun: field('noun'), edition: field('edition'), text },
    reason: '',
    problems,
    base: null,
  })
  let text = ''
  try {
    const authorised = await authorise('checkImportAction')
    const given = await readGiven(form)
    text = given.text
    if (!authorised.ok) return refuse(authorised.error, text)
    const user = authorised.user
    const noun = nouns.find((known) => known === field('noun'))
    if (!noun) return refuse('malformed', text)
    const n = toNumber(field('n'))
    const kept = n === null ? null : await getImport(user.id, n)
    const name = given.text === '' ? (kept?.name ?? '') : given.name
    const whole = given.text === '' ? (kept?.text ?? '') : given.text
    if (whole.trim() === '') return refuse('invalid', '', { text: 'missing' })
    const columns = kept?.noun === noun ? readColumns(noun, whole, form) : null
    const language = parseLanguage(field('language'))
    const file = { name, noun, text: whole, columns, edition: toNumber(field('edition')) }
    const look = () => lookAtImport(user.id, file, language)
    const content = await followWork(user.id, parseWorkKey(field(WORK_KEY)), look)
    if (kept) await changeImport(user.id, kept.n, content)
    const to = kept?.n ?? (await keepImport(user.id, content))
    return redirect(formatDeskPath(language, `/edit/import/${to}`))
  } catch (error) {
    if (isUnavailable(error)) return refuse('unavailable', text)
    throw error
  }
}

/**
 * Publishes or proposes a kept file: `n`, `reason`, `review` (yes or nothing), `language`; and where something in it is
 * doubtful the note on that (`explanation`) and which warnings it is for (`warned`). `work` is the key by which it is
 * followed.
 */
export async function publishImportAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('publishImportAction', async (user) => {
    const field = toPostedForm(form)
    const language = parseLanguage(field('language'))
    const [reason, review] = [field('reason').trim(), field('review')]
    const note = field(NOTE_NAME).trim()
    const values = { reason, review, [NOTE_NAME]: note }
    const n = toNumber(field('n'))
    const kept = n === null ? null : await getImport(user.id, n)
    if (!kept) return { ok: false, error: 'malformed', values }
    if (reason === '') return { ok: false, error: 'no-summary', field: 'reason', values }
    const { name, noun, text, columns, edition } = kept
    const importing = {
      author: user.id,
      summary: reason,
      note,
      warned: field(WARNED_NAME),
      wantsReview: review === 'yes',
      edition,
      names: fieldNames,
      files: [{ name, noun, text, ...(columns ? { columns } : {}) }],
    }
    const result = await followWork(user.id, parseWorkKey(field(WORK_KEY)), () => submitImport(importing))
    if (!result.ok) {
      await changeImport(user.id, kept.n, { ...kept, ...describeReport(result.report, language) })
      refresh()
      const noted = result.error === 'warnings' || result.error === 'note-long' ? { field: NOTE_NAME } : {}
      return { ok: false, error: result.error, ...noted, values }
    }
    await dropImport(user.id, kept.n)
    if ('proposal' in result.submitted)
      return redirect(formatDeskPath(language, `/edit/proposals/${result.submitted.proposal}`))
    await rememberCurrentEdition()
    return redirect(formatAddress({ language, page: 'editions', id: String(result.submitted.edition) }))
  })
}

/** Lets a kept file go: `n` and `language`. */
export async function discardImportAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('discardImportAction', async (user) => {
    const field = toPostedForm(form)
    const n = toNumber(field('n'))
    if (n === null) return { ok: false, error: 'malformed' }
    await dropImport(user.id, n)
    return redirect(formatDeskPath(parseLanguage(field('language')), '/edit/import'))
  })
}

/** The file that was sent, or what was pasted. */
async function readGiven(form: FormData): Promise<{ name: string; text: string }> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0)
    return { name: file.name.slice(0, 200), text: withoutNull(decodeText(new Uint8Array(await file.arrayBuffer()))) }
  return { name: '', text: withoutNull(String(form.get('text') ?? '')) }
}

/** PostgreSQL keeps no such character. */
function withoutNull(text: string): string {
  return text.replaceAll('\u0000', '')
}

/** What was chosen for the columns of the file; those of another file are known by their heads. */
function readColumns(noun: Noun, text: string, form: FormData): ColumnMap {
  const { heads } = peekCsv(text)
  const columns = matchColumns(noun, heads, fieldNames)
  for (let at = 0; form.has(`head ${at}`); at += 1) {
    const [head, chosen] = [String(form.get(`head ${at}`)), String(form.get(`column ${at}`) ?? '?')]
    if (!heads.includes(head)) continue
    if (chosen === '' || listImportHeads(noun).includes(chosen)) columns[head] = chosen
    else delete columns[head]
  }
  return columns
}

function toNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
