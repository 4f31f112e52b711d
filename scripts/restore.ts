/**
 * `npm run restore -- <file> [highest number ever public]`: replays a backup into an empty database, makes the database
 * first where there is none, and ends with the walk of `npm run verify`.
 */
import { createReadStream } from 'node:fs'
import { RestoreRefused, restoreBackup } from '@/db/backup/restore'
import { closeDatabase } from '@/db/client'
import { readHighestEdition } from '@/db/highest-edition'
import { migrate } from '@/db/migrate'
import { verify } from '@/db/verify/verify'

const reasons: Record<RestoreRefused['reason'], string> = {
  'not-empty': 'The database is not empty. Restore into a new one: another DATA_DIR, or another DATABASE_URL.',
  'no-backup': 'This file is no backup of Pot & Iron.',
  newer: 'This backup was made by a newer version of the project: restore it with that one.',
  cut: 'The backup is cut off: its end is missing.',
  damaged: 'The backup is damaged.',
  'unknown-table':
    'This backup holds something this version of the project does not know: restore it with a newer one.',
}

const { DATABASE_URL = '', DATA_DIR = '.data' } = process.env
const [file, above] = process.argv.slice(2)
process.exitCode = await restore()
await closeDatabase()

async function restore(): Promise<number> {
  if (!file || (above !== undefined && !/^\d{1,9}$/.test(above))) {
    console.error('Say which: npm run restore -- <file> [highest edition number that was ever public]')
    return 1
  }
  try {
    await migrate(DATABASE_URL)
    const issued = Math.max(Number(above ?? 0), readHighestEdition(DATA_DIR))
    const { at, edition, next } = await restoreBackup(DATABASE_URL, createReadStream(file), issued)
    console.log(`Restored the backup of ${at}: ${edition} editions. The next edition will be ${next}.`)
  } catch (error) {
    console.error(
      error instanceof RestoreRefused ? `${reasons[error.reason]} (${error.message})` : (error as Error).message,
    )
    console.error('Nothing was restored.')
    return 1
  }
  const verification = await verify()
  if (verification.ok) {
    console.log(`The record is whole: ${verification.versions} versions, last hash ${verification.hash ?? 'none'}.`)
    return 0
  }
  const { edition, fault, noun, id } = verification.fault
  console.error(`Edition ${edition} is broken: ${[fault, noun, id].filter(Boolean).join(' · ')}`)
  return 1
}
