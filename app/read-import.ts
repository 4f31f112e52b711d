import { describeWarning } from '@/components/desk/warning-text'
import { getName, toReading } from '@/components/view/reading'
import { getCurrentEdition } from '@/db/current-edition'
import { getLabels } from '@/db/get-labels'
import type { DraftContent } from '@/db/import-drafts'
import { tryImport } from '@/db/import-report'
import { peekCsv } from '@/domain/csv'
import type { Language, Noun } from '@/domain/field'
import { type ColumnMap, type FieldNames, matchColumns } from '@/domain/import-column'
import { formatReportCsv, type ImportReport, pickRows } from '@/domain/import-report'
import { listFigures, type Warning } from '@/domain/warning'
import { getEditMessages } from '@/messages/desk/edit'
import { getImportMessages } from '@/messages/desk/import'
import { getMessages } from '@/messages/messages'
import { getWarningWords } from './read-record-form'

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
  const warningWords = getWarningWords({ language, words: getMessages(language) })
  const toWarning = (warning: Warning) => describeWarning(warning, warningWords, (_noun, id) => id)
  const reportCsv = formatReportCsv(report.rows, (code) => words[code] ?? words.other ?? '', toWarning)
  return { report: { ...report, rows: pickRows(report.rows, ROWS_SHOWN) }, reportCsv }
}

/** The words for what is wrong with a cell, by code. */
export function getProblemWords(language: Language): { readonly [code: string]: string } {
  return { ...getEditMessages(language).problems, unit: getImportMessages(language).unit }
}

/** How the warnings of a report are told: by the names of the indicators and sources they compare with. */
export async function readWarningTeller({ rows }: ImportReport, language: Language): Promise<(one: Warning) => string> {
  const edition = (await getCurrentEdition()).n
  const warnings = rows.flatMap((row) => row.warnings ?? [])
  const indicators = warnings.flatMap((one) => listFigures(one).map(({ indicator }) => indicator))
  const sources = warnings.flatMap((one) => (one.code === 'weak' ? [one.source] : []))
  const named = [
    ...[...new Set(indicators)].map((id) => ({ noun: 'indicator' as const, id })),
    ...[...new Set(sources)].map((id) => ({ noun: 'source' as const, id })),
  ]
  const labels = await getLabels(edition, [], named)
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0), labels)
  return (warning) =>
    describeWarning(
      warning,
      getWarningWords(reading),
      (noun, id) => getName(noun, id, labels[noun]?.[id], reading).text,
    )
}

/** What each column of a file holds, its heads and what stands in its first row. */
export function describeColumns(noun: Noun, text: string, columns: ColumnMap | null) {
  const { heads, first } = peekCsv(text)
  const map = columns ?? matchColumns(noun, heads, fieldNames)
  return heads.map((head, at) => ({ head, holds: map[head], sample: first[at] ?? '' }))
}
