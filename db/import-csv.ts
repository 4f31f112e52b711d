import { sql } from 'drizzle-orm'
import type { Change } from '@/domain/change'
import { type CsvProblem, parseCsv } from '@/domain/csv'
import type { Noun } from '@/domain/field'
import { fromCsvCells, hasCsvHead } from '@/domain/record-csv'
import { readDesk } from './client'
import type { RecordProblem } from './publish-result'

export type CsvInput = { name: string; noun: Noun; text: string }

/** Where in which file something is wrong; `heads` names columns that no field of the noun has. */
export type ImportProblem =
  | ({ file: string } & CsvProblem)
  | { file: string; code: 'unknown-heads'; heads: string[] }
  | ({ file: string; line: number } & Omit<RecordProblem, 'at'>)

/** A change read from a file, and where it stood there. */
export type ImportedChange = { file: string; line: number; change: Change }

/**
 * Reads CSV files as changes to the current record: a record that is there is changed from its current version, any
 * other is new. What comes out goes to publish() or publishDryRun(); nothing is written here.
 */
export async function readImport(
  files: readonly CsvInput[],
): Promise<{ ok: true; changes: ImportedChange[] } | { ok: false; problems: ImportProblem[] }> {
  const problems: ImportProblem[] = []
  const changes: ImportedChange[] = []
  for (const { name, noun, text } of files) {
    const csv = parseCsv(text)
    if (!csv.ok) {
      problems.push({ file: name, ...csv.problem })
      continue
    }
    const heads = csv.file.heads.filter((head) => !hasCsvHead(noun, head))
    if (heads.length > 0) problems.push({ file: name, code: 'unknown-heads', heads })
    for (const { line, cells } of csv.file.records) {
      const record = fromCsvCells(noun, cells)
      if (record.ok)
        changes.push({ file: name, line, change: { noun, id: record.id, base: null, fields: record.fields } })
      else
        problems.push(...record.problems.map((problem) => ({ file: name, line, noun, id: cells.ID ?? '', ...problem })))
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const bases = await getBases(changes)
  return {
    ok: true,
    changes: changes.map((read, at) => ({
      ...read,
      change: { ...read.change, base: bases.get(at) ?? null } as Change,
    })),
  }
}

/** The edition of the latest version of each record, by its place in the list; absent where there never was one. */
async function getBases(changes: readonly ImportedChange[]): Promise<Map<number, number>> {
  const wanted = JSON.stringify(changes.map(({ change: { noun, id } }, at) => ({ at, noun, id })))
  const rows = await readDesk((database) =>
    database.execute<{ at: number; edition: number }>(sql`
      select wanted.at, max(c.edition) as edition from json_to_recordset(${wanted}::json) as wanted (at int, noun text, id text)
      join edition_change c on c.noun = wanted.noun and c.id = wanted.id group by wanted.at`),
  )
  return new Map(rows.map(({ at, edition }) => [at, edition]))
}
