'use server'

import { createHash } from 'node:crypto'
import { redirect } from 'next/navigation'
import { authoriseAction } from '@/app/authorise'
import { drawServed } from '@/app/evidence/draw-served'
import { parseLanguage, toPostedForm } from '@/app/form-post'
import { rememberCurrentEdition } from '@/db/current-edition'
import { type FilesResult, keepEvidence, submitFiles } from '@/db/evidence'
import { formatAddress } from '@/domain/address'
import type { DeskState } from '@/domain/desk-code'
import { accesses, type EvidenceFile, LARGEST_FILE, toFileName } from '@/domain/evidence-file'
import type { Language } from '@/domain/field'
import { readFileContent } from '@/domain/file-content'
import { formatDeskPath } from '@/domain/return-path'

/**
 * Puts a file on a source: `source` (its id), `file`, `access` (public or private), `reason`, `language`. Redirects to the
 * source, or to the proposal that waits.
 */
export async function addEvidenceAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('addEvidenceAction', async (user) => {
    const field = toPostedForm(form)
    const [source, reason, wanted] = [field('source'), field('reason').trim(), field('access')]
    const values = { reason, access: wanted }
    const access = accesses.find((known) => known === wanted)
    const file = form.get('file')
    if (!access) return { ok: false, error: 'malformed', values }
    if (!(file instanceof File) || file.name === '') return { ok: false, error: 'file-missing', field: 'file', values }
    if (file.size > LARGEST_FILE) return { ok: false, error: 'file-large', field: 'file', values }
    const bytes = Buffer.from(await file.arrayBuffer())
    const name = toFileName(file.name)
    const content = readFileContent(name, bytes)
    if (!content.ok) return { ok: false, error: content.error, field: 'file', values }
    if (reason === '') return { ok: false, error: 'no-summary', field: 'reason', values }
    const served = await drawServed(content.type, bytes)
    if (!served) return { ok: false, error: 'file-broken', field: 'file', values }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { type } = content
    await keepEvidence({ sha256, type, bytes, served, by: user.id })
    const addedOn = new Date().toISOString().slice(0, 10)
    const added: EvidenceFile = { sha256, name, type, size: bytes.length, addedOn, access }
    const result = await submitFiles({ by: user.id, source, reason }, (files) =>
      files.some((listed) => listed.sha256 === sha256) ? null : [...files, added],
    )
    return finish(result, source, parseLanguage(field('language')), values)
  })
}

/** Makes a file public or private, or takes it off the list: `source`, `sha256`, `change`, `reason`, `language`. */
export async function changeEvidenceAction(_before: DeskState, form: FormData): Promise<DeskState> {
  return authoriseAction('changeEvidenceAction', async (user) => {
    const field = toPostedForm(form)
    const [source, sha256, change, reason] = [field('source'), field('sha256'), field('change'), field('reason').trim()]
    const values = { sha256, change, reason }
    const access = accesses.find((known) => known === change)
    if (!access && change !== 'remove') return { ok: false, error: 'malformed', values }
    if (reason === '') return { ok: false, error: 'no-summary', field: 'reason', values }
    const result = await submitFiles({ by: user.id, source, reason }, (files) =>
      files.flatMap((file) => (file.sha256 !== sha256 ? [file] : access ? [{ ...file, access }] : [])),
    )
    return finish(result, source, parseLanguage(field('language')), values)
  })
}

async function finish(
  result: FilesResult,
  source: string,
  language: Language,
  values: { [name: string]: string },
): Promise<DeskState> {
  if (!result.ok) return { ok: false, error: result.error, values }
  if ('proposal' in result) return redirect(formatDeskPath(language, `/edit/proposals/${result.proposal}`))
  await rememberCurrentEdition()
  return redirect(formatAddress({ language, page: 'sources', id: source }))
}
