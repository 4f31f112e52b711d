/**
 * `npm run backup [-- <file>]`: the record and the desk in one file, while the site runs. Without a name the file lies in
 * DATA_DIR/backups. It holds private files and password hashes: only its owner may read it.
 */
import { mkdirSync, renameSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { writeBackup } from '@/db/backup/backup'

const { DATABASE_URL = '', DATA_DIR = '.data' } = process.env
const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '')
const file = resolve(process.argv[2] ?? join(DATA_DIR, 'backups', `pot-and-iron-${stamp}.backup`))

mkdirSync(dirname(file), { recursive: true })
// Under its name stands only a whole backup.
const handle = await open(`${file}.part`, 'w', 0o600)
const stream = handle.createWriteStream({ encoding: 'utf8' })
let lines = 0
for await (const line of writeBackup(DATABASE_URL)) {
  lines += 1
  if (!stream.write(line)) await new Promise<void>((resume) => stream.once('drain', resume))
}
await new Promise<void>((done, fail) => {
  stream.once('error', fail)
  stream.end(done)
})
renameSync(`${file}.part`, file)
console.log(`${lines} lines in ${file}`)
