import { setTimeout as sleep } from 'node:timers/promises'
import { citationFields, fieldsOfFormat } from './fields-of-format'
import { hash, splitAddress, toJsonAddress } from './permalinks'

type Row = Record<string, unknown>
type Json = { format: number; total: number; next: string | null; rows: Row[]; changes?: Row[] }

export type ReadRows = { format: number; total: number; hash: string; ids: string[] }

const TRIES_MOST = 5

/** What answers at an address, without following where it leads. A site that is busy is asked again when it says so. */
export async function open(baseUrl: string, address: string): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(baseUrl + address, { redirect: 'manual' })
    const seconds = Number(answer.headers.get('retry-after'))
    if (answer.status !== 503 || !seconds || tries === TRIES_MOST) return answer
    await answer.arrayBuffer()
    await sleep(seconds * 1_000)
  }
}

/**
 * The rows of the `.json` of a page, hashed by the fields of a format: the one asked for, else the file's own.
 * Of a long view these are the rows of its first file; of one edition also what it changed.
 */
export async function readRows(baseUrl: string, address: string, asked?: number): Promise<ReadRows> {
  const answer = await open(baseUrl, toJsonAddress(address))
  if (answer.status !== 200) throw new Error(`${toJsonAddress(address)} answered ${answer.status}`)
  const { format, total, rows, changes } = (await answer.json()) as Json
  const [, page = ''] = splitAddress(address).rest.split(/[/?]/)
  const fields = fieldsOfFormat[asked ?? format]?.[page]
  if (!fields) throw new Error(`There are no fields of ${page} in format ${asked ?? format}`)
  const picked = rows.map((row) => pick(row, fields))
  const touched = changes?.map(({ noun, id, operation }) => [noun, id, operation])
  return {
    format: asked ?? format,
    total,
    hash: hash(JSON.stringify(touched ? [picked, touched] : picked)),
    ids: rows.map(({ id, n }) => String(id ?? n)),
  }
}

/** The named fields in the order they are named; of each citation its own. */
function pick(row: Row, fields: readonly string[]): [string, unknown][] {
  return fields
    .filter((key) => key in row)
    .map((key) => [
      key,
      key === 'citations' ? (row[key] as Row[]).map((citation) => pick(citation, citationFields)) : row[key],
    ])
}

/** The records a page leads to from its main part, `/debt/<id>`, each once, whatever the language and edition of the link. */
export function listRecordLinks(html: string): string[] {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const links = [...main.matchAll(/ href="([^"]*)"/g)].map(([, link = '']) => splitAddress(link).rest)
  return [...new Set(links.filter((link) => /^\/[a-z-]+\/[^/?#]+$/.test(link)))].sort()
}
