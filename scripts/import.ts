/**
 * `npm run import -- <folder> [e-mail] [--note <text> --warned <mark>]`: a folder of files as those of db/seed (edition.json
 * with a summary, and a CSV for each noun). Without an e-mail address it only says what would happen; with one it publishes,
 * in that person's name. What is doubtful asks for a note, and for the mark that was printed with the warnings.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fillTemplate } from '@/components/chart/chart-words'
import { describeWarning } from '@/components/desk/warning-text'
import { closeDatabase } from '@/db/client'
import { FIRST_AUTHOR } from '@/db/first-data'
import { type ImportResult, submitImport, tryImport } from '@/db/import-report'
import { getAuthor } from '@/db/people/people'
import { readFolder } from '@/db/read-folder'
import { type GivenNote, warningCodes } from '@/domain/doubtful'
import { type ImportReport, isClean, pickRows, rowStates, toReportText } from '@/domain/import-report'
import { getWarningMessages } from '@/messages/desk/warning'
import { getMessages } from '@/messages/messages'

const SHOWN_MOST = 50
const USAGE = 'Name a folder: npm run import -- <folder> [e-mail of who answers for it] [--note <text> --warned <mark>]'

try {
  const { values, positionals } = parseArgs({
    options: { note: { type: 'string' }, warned: { type: 'string' } },
    allowPositionals: true,
  })
  const [folder, email] = positionals
  if (folder === undefined || positionals.length > 2) throw new Error(USAGE)
  process.exitCode = await run(resolve(process.env.INIT_CWD ?? '.', folder), email, values)
} catch (error) {
  // What the database said, and not the whole statement it said it of.
  const told = error instanceof Error ? (error.cause ?? error) : error
  console.error(told instanceof Error ? told.message : told)
  process.exitCode = 1
} finally {
  await closeDatabase()
}

async function run(path: string, by: string | undefined, given: GivenNote): Promise<number> {
  const { summary, files } = await readFolder(path)
  const names = [getMessages('en').fields, getMessages('zh').fields]
  // Whose name a look stands under makes no difference: it is rolled back.
  const author = by === undefined ? FIRST_AUTHOR.id : await getAuthor(by)
  if (author === null) throw new Error(`No active person has the e-mail address ${by}.`)
  const report = await tryImport({ author, files, names })
  tell(report)
  if (!isClean(report)) {
    console.log('Nothing was written, and nothing can be while one row is wrong.')
    return 1
  }
  const { doubtful, edition } = report
  if (by === undefined) {
    const note = doubtful ? `, and --note "why it is right" --warned ${doubtful.warned},` : ''
    console.log(`Nothing was written. Add the e-mail address of who answers for it${note} to publish.`)
    return 0
  }
  const result = await submitImport({ author, files, names, summary, edition, ...given })
  if (!result.ok) throw new Error(explain(result))
  const { submitted } = result
  console.log('edition' in submitted ? `Published as edition ${submitted.edition}.` : `Proposal ${submitted.proposal}.`)
  return 0
}

function explain({ error, report: { doubtful } }: ImportResult & { ok: false }): string {
  if (error === 'note-long') return 'Not published: summary and note have more than 500 characters together.'
  if (error !== 'warnings' || !doubtful) return `Not published: ${error}.`
  return `Not published: this asks for a note. Add --note "why it is right" --warned ${doubtful.warned}.`
}

function tell({ edition, counts, problems, rows, doubtful }: ImportReport): void {
  const words = { words: getWarningMessages('en'), periods: getMessages('en').chart }
  const totals = rowStates.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`)
  console.log(`Against edition ${edition}: ${totals.join(', ') || 'no rows'}.`)
  for (const { file, line, code, heads } of problems) console.log(`${file}:${line}: ${code} ${heads?.join(', ') ?? ''}`)
  if (doubtful) {
    const { counts: kinds } = getWarningMessages('en')
    const told = warningCodes.filter((code) => doubtful.counts[code] > 0)
    for (const code of told) console.log(fillTemplate(kinds[code], { count: doubtful.counts[code] }))
  }
  const shown = pickRows(rows, rows.length).filter(({ state, warnings }) => warnings || state !== 'new')
  for (const row of shown.slice(0, SHOWN_MOST)) {
    const changed = row.differences.map(
      ({ key, old, new: now }) => `${key}: ${toReportText(old) || '-'} → ${toReportText(now) || '-'}`,
    )
    const wrong = row.problems.map(({ key, code, cell = '' }) => `${key}: ${code} «${cell}»`)
    const unusual = (row.warnings ?? []).map((warning) => describeWarning(warning, words, (_noun, id) => id))
    console.log(`${row.file}:${row.line}: ${row.state} ${row.id} ${[...wrong, ...changed, ...unusual].join('; ')}`)
  }
  if (shown.length > SHOWN_MOST) console.log(`and ${shown.length - SHOWN_MOST} more rows`)
}
