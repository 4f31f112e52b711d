/**
 * `npm run import -- <folder> [e-mail]`: a folder of files as those of db/seed (edition.json with a summary, and a CSV for
 * each noun). Without an e-mail address it only says what would happen; with one it publishes, in that person's name.
 */
import { resolve } from 'node:path'
import { closeDatabase } from '@/db/client'
import { submitImport, tryImport } from '@/db/import-report'
import { getAuthor } from '@/db/people/people'
import { readFolder } from '@/db/read-folder'
import { type ImportReport, isClean, rowStates, toReportText } from '@/domain/import-report'
import { getMessages } from '@/messages/messages'

const SHOWN_MOST = 50
const [folder, email] = process.argv.slice(2)

try {
  if (folder === undefined) throw new Error('Name a folder: npm run import -- <folder> [e-mail of who answers for it]')
  process.exitCode = await run(resolve(process.env.INIT_CWD ?? '.', folder), email)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await closeDatabase()
}

async function run(path: string, by: string | undefined): Promise<number> {
  const { summary, files } = await readFolder(path)
  const names = [getMessages('en').fields, getMessages('zh').fields]
  const author = by === undefined ? '' : await getAuthor(by)
  if (author === null) throw new Error(`No active person has the e-mail address ${by}.`)
  const report = await tryImport({ author, files, names })
  tell(report)
  if (!isClean(report)) return 1
  if (author === '') {
    console.log('Nothing was written. Add the e-mail address of who answers for it to publish.')
    return 0
  }
  const result = await submitImport({ author, files, names, summary, edition: report.edition })
  if (!result.ok) throw new Error(`Not published: ${result.error}.`)
  const { submitted } = result
  console.log('edition' in submitted ? `Published as edition ${submitted.edition}.` : `Proposal ${submitted.proposal}.`)
  return 0
}

function tell({ edition, counts, problems, rows }: ImportReport): void {
  const totals = rowStates.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`)
  console.log(`Against edition ${edition}: ${totals.join(', ') || 'no rows'}.`)
  for (const { file, line, code, heads } of problems) console.log(`${file}:${line}: ${code} ${heads?.join(', ') ?? ''}`)
  for (const row of rows.filter(({ state }) => state !== 'same' && state !== 'new').slice(0, SHOWN_MOST)) {
    const changed = row.differences.map(
      ({ key, old, new: now }) => `${key}: ${toReportText(old) || '-'} → ${toReportText(now) || '-'}`,
    )
    const wrong = row.problems.map(({ key, code, cell = '' }) => `${key}: ${code} «${cell}»`)
    console.log(`${row.file}:${row.line}: ${row.state} ${row.id} ${[...wrong, ...changed].join('; ')}`)
  }
}
