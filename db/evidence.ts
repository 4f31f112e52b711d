import { sql } from 'drizzle-orm'
import type { EvidenceFile, FileType } from '@/domain/evidence-file'
import { read, readDesk, transact } from './client'
import { getEditable } from './get-editable'
import { writeAudit } from './people/audit'
import { evidenceOriginal } from './schema/desk'
import { evidence } from './schema/edition'
import { type SubmitResult, submit } from './submit'

/** A file as it was given, and what is served of it: a picture drawn anew, or the file itself. */
export type Given = { sha256: string; type: FileType; bytes: Buffer; served: Buffer; by: string }

export type FilesResult = SubmitResult | { ok: false; error: 'unknown' | 'file-kept' }

/** Keeps a file once per content. Who may open it is not said here but in the record of its source. */
export async function keepEvidence({ sha256, type, bytes, served, by }: Given): Promise<void> {
  await transact(async (transaction) => {
    const kept = await transaction
      .insert(evidenceOriginal)
      .values({ sha256, bytes, addedBy: by })
      .onConflictDoNothing()
      .returning({ sha256: evidenceOriginal.sha256 })
    if (kept.length === 0) return
    await transaction.insert(evidence).values({ sha256, type, size: bytes.length, servedType: type, served })
    await writeAudit(transaction, { actor: by, event: 'evidence-added', subject: `file ${sha256}` })
  })
}

/**
 * Changes the list of files of a source, as any other change of a record: published or proposed, by role and policy.
 * `change` returns the new list, or null where the change does not fit the list as it stands.
 */
export async function submitFiles(
  { by, source, reason }: { by: string; source: string; reason: string },
  change: (files: readonly EvidenceFile[]) => EvidenceFile[] | null,
): Promise<FilesResult> {
  const record = await getEditable('source', source)
  if (!record || record.withdraw) return { ok: false, error: 'unknown' }
  const files = change((record.fields.files ?? []) as EvidenceFile[])
  if (files === null) return { ok: false, error: 'file-kept' }
  const { files: _before, ...fields } = record.fields
  const changed = files.length > 0 ? { ...fields, files } : fields
  const changes = [{ noun: 'source', id: source, base: record.base, fields: changed } as const]
  return submit({ author: by, kind: 'record', summary: reason, changes })
}

/** What readers get of a file; null where no source names it as public any more: who makes it private means at once. */
export async function getPublicEvidence(
  sha256: string,
): Promise<{ type: FileType; served: Buffer; name: string } | null> {
  const wanted = JSON.stringify([{ sha256, access: 'public' }])
  const rows = await read((database) =>
    database.execute<{ type: FileType; served: Buffer; name: string }>(sql`
      select e.served_type as type, e.served, file ->> 'name' as name
      from source s, jsonb_array_elements(s.files) as file, evidence e
      where s.to_edition is null and s.files @> ${wanted}::jsonb and file @> ${JSON.stringify({ sha256, access: 'public' })}::jsonb and e.sha256 = ${sha256}
      order by s.from_edition desc, s.id limit 1`),
  )
  return rows[0] ?? null
}

/** A file as it was given, for the desk. */
export async function getOriginal(sha256: string): Promise<Buffer | null> {
  const rows = await readDesk((database) =>
    database.execute<{ bytes: Buffer }>(sql`select bytes from desk.evidence_original where sha256 = ${sha256}`),
  )
  return rows[0]?.bytes ?? null
}
