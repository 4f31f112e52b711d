import { sql } from 'drizzle-orm'
import type { Noun } from '@/domain/field'
import type { ColumnMap } from '@/domain/import-column'
import type { ImportReport } from '@/domain/import-report'
import { readDesk, transact } from './client'

/** A file somebody is about to import, and the report of the last look at it; see desk.import_draft. */
export type ImportDraft = {
  n: number
  name: string
  noun: Noun
  text: string
  columns: ColumnMap | null
  edition: number
  report: ImportReport
  checkedAt: Date
}

export type DraftContent = Omit<ImportDraft, 'n' | 'checkedAt'> & { reportCsv: string }

/** Of each person's files the newest are kept. */
const KEPT_MOST = 10

/** Keeps a file so that nothing of it has to be sent again; returns its number. */
export function keepImport(author: string, content: DraftContent): Promise<number> {
  return transact(async (transaction) => {
    const [row] = await transaction.execute<{ n: number }>(sql`
      insert into desk.import_draft (author, name, noun, text, columns, edition, report, report_csv)
      values (${author}, ${content.name}, ${content.noun}, ${content.text}, ${toJson(content.columns)}::jsonb,
        ${content.edition}, ${JSON.stringify(content.report)}::jsonb, ${content.reportCsv})
      returning n`)
    await transaction.execute(sql`
      delete from desk.import_draft where author = ${author} and n not in (
        select n from desk.import_draft where author = ${author} order by n desc limit ${KEPT_MOST})`)
    return row?.n ?? 0
  })
}

/** Puts another text, other columns or another look at the same file in the place of what was kept. */
export async function changeImport(author: string, n: number, content: DraftContent): Promise<void> {
  await transact((transaction) =>
    transaction.execute(sql`
      update desk.import_draft set name = ${content.name}, noun = ${content.noun}, text = ${content.text},
        columns = ${toJson(content.columns)}::jsonb, edition = ${content.edition},
        report = ${JSON.stringify(content.report)}::jsonb, report_csv = ${content.reportCsv}, checked_at = now()
      where author = ${author} and n = ${n}`),
  )
}

/** A file its author has kept; null for any other number. */
export function getImport(author: string, n: number): Promise<ImportDraft | null> {
  return readDesk(async (database) => {
    const [row] = await database.execute<Omit<ImportDraft, 'checkedAt'> & { checked_at: string }>(sql`
      select n, name, noun, text, columns, edition, report, checked_at from desk.import_draft
      where author = ${author} and n = ${n}`)
    if (!row) return null
    const { checked_at, ...draft } = row
    return { ...draft, checkedAt: new Date(checked_at) }
  })
}

/** The whole report of a kept file as CSV; null where there is none. */
export function getImportReport(author: string, n: number): Promise<string | null> {
  return readDesk(async (database) => {
    const [row] = await database.execute<{ report_csv: string }>(
      sql`select report_csv from desk.import_draft where author = ${author} and n = ${n}`,
    )
    return row?.report_csv ?? null
  })
}

/** A person's kept files, the newest first. */
export function listImports(author: string): Promise<{ n: number; name: string; noun: Noun; checkedAt: Date }[]> {
  return readDesk(async (database) => {
    const rows = await database.execute<{ n: number; name: string; noun: Noun; checked_at: string }>(
      sql`select n, name, noun, checked_at from desk.import_draft where author = ${author} order by n desc`,
    )
    return rows.map(({ checked_at, ...draft }) => ({ ...draft, checkedAt: new Date(checked_at) }))
  })
}

/** Lets a file go: it has been published or proposed, or is not wanted. */
export async function dropImport(author: string, n: number): Promise<void> {
  await transact((transaction) =>
    transaction.execute(sql`delete from desk.import_draft where author = ${author} and n = ${n}`),
  )
}

function toJson(columns: ColumnMap | null): string | null {
  return columns === null ? null : JSON.stringify(columns)
}
