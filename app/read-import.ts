import type { DraftContent } from '@/db/import-drafts'
import { tryImport } from '@/db/import-report'
import { peekCsv } from '@/domain/csv'
import type { Language, Noun } from '@/domain/field'
import { type ColumnMap, type FieldNames, matchColumns } from '@/domain/import-column'
import { formatReportCsv, type ImportReport, pickRows } from '@/domain/import-report'
import { getEditMessages } from '@/messages/desk/edit'
import { getImportMessages } from '@/messages/desk/import'
import { getMessages } from '@/messages/messages'

/** How many rows of a report a page shows. */
export const ROWS_SHOWN = 200

/** The names of fields in both languages, by which the columns of a file may be called. */
export const fieldNames: readonly FieldNames[] = [getMessages('en').fields, getMessages('zh').fields]

export type ImportFile = { name: string; noun: Noun; text: string; columns: ColumnMap | null; edition: number | null }

/** Looks at a file as {@link tryImport} does, and answers with all that is kept of it; `edition` null means the newest. */
export async function lookAtImport(author: string, file: ImportFile, language: Language): Promise<DraftContent> {
  const { name, noun, text, columns } = file
  const report = await tryImport({
    author,
    edition: file.edition ?? undefined,
    names: fieldNames,
    files: [{ name, noun, text, ...(columns ? { columns } : {}) }],
  })
  return { name, noun, text, columns, edition: report.edition, ...describeReport(report, language) }
}

/** What is kept of a report: the rows to look at first, and all of them as a file in the language of who asked. */
export function describeReport(report: ImportReport, language: Language): { report: ImportReport; reportCsv: string } {
  const words = getProblemWords(language)
  const reportCsv = formatReportCsv(report.rows, (code) => words[code] ?? words.other ?? '')
  return { report: { ...report, rows: pickRows(report.rows, ROWS_SHOWN) }, reportCsv }
}

/** The words for what is wrong with a cell, by code. */
export function getProblemWords(language: Language): { readonly [code: string]: string } {
  return { ...getEditMessages(language).problems, unit: getImportMessages(language).unit }
}

/** What each column of a file holds, its heads and what stands in its first row. */
export function describeColumns(noun: Noun, text: string, columns: ColumnMap | null) {
  const { heads, first } = peekCsv(text)
  const map = columns ?? matchColumns(noun, heads, fieldNames)
  return heads.map((head, at) => ({ head, holds: map[head], sample: first[at] ?? '' }))
}
