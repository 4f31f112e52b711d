import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { formatLines, PERMALINKS_FILE, type Permalink, pinAddress, readPermalinks } from '../e2e/golden/permalinks'
import { listRecordLinks, open, readRows } from '../e2e/golden/read-address'

/**
 * `npm run keep-permalinks -- http://localhost:3000 < addresses`: opens each address, one a line, on a running site and
 * adds what it says to the golden permalinks. Addresses that are kept already are passed over; nothing is written again.
 */
const baseUrl = process.argv[2] ?? 'http://localhost:3000'
if (!existsSync(PERMALINKS_FILE)) writeFileSync(PERMALINKS_FILE, '')
const known = new Set(
  readFileSync(PERMALINKS_FILE, 'utf8') === '' ? [] : readPermalinks().permalinks.map(({ address }) => address),
)
const asked = readFileSync(0, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !known.has(line))
const added: Permalink[] = []
for (const address of new Set(asked)) added.push(await describeAddress(address))
appendFileSync(PERMALINKS_FILE, formatLines(added))
console.log(`${added.length} permalinks were added.`)

async function describeAddress(address: string): Promise<Permalink> {
  const answer = await open(baseUrl, address)
  const location = answer.headers.get('location')
  if (answer.status === 307 && location) {
    const { pathname, search } = new URL(location, baseUrl)
    return { kind: 'moved', address, to: pathname + search }
  }
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  if (type !== 'text/html' || address.startsWith('/embed/')) return { kind: 'file', address, type }
  const edition = Number(answer.headers.get('x-edition'))
  const rows = await readRows(baseUrl, pinAddress(address, edition)).catch(() => null)
  if (!rows) {
    const records = staysShown(address) ? listRecordLinks(await answer.text()) : []
    return { kind: 'holds', address, edition, records }
  }
  const { format, total, hash } = rows
  return { kind: 'rows', address, edition, format, total, hash }
}

/**
 * Whether what a page without rows shows is its answer: what was searched for, the tests that fail. The overview chooses
 * what it shows, and a list of all tests moves when an identity is added: of those it is kept that they open.
 */
function staysShown(address: string): boolean {
  return /\/search\?|\/checks\?outcome=fails$/.test(address)
}
