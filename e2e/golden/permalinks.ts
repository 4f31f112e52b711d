import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * One address that was once right, and what it must go on to mean:
 * - `rows`: a page whose `.json` holds these rows (their number, and the hash of their fields of `format`);
 * - `holds`: a page without a `.json`; these records stand on it, and more may come as the page learns to say more;
 * - `file`: a file, picture, feed or frame of this media type;
 * - `moved`: an old spelling, and the address it leads to.
 * A live address is held to what it said in `edition`, by opening it there.
 */
export type Permalink =
  | { kind: 'rows'; address: string; edition: number; format: number; total: number; hash: string }
  | { kind: 'holds'; address: string; edition: number; records: readonly string[] }
  | { kind: 'file'; address: string; type: string }
  | { kind: 'moved'; address: string; to: string }

const FILE = fileURLToPath(new URL('./permalinks.jsonl', import.meta.url))

export function readPermalinks(): { permalinks: Permalink[]; broken: number[] } {
  const lines = readFileSync(FILE, 'utf8').trimEnd().split('\n')
  const permalinks: Permalink[] = []
  const broken: number[] = []
  let seal = ''
  for (const [at, line] of lines.entries()) {
    const { seal: told, ...permalink } = JSON.parse(line) as Permalink & { seal: string }
    seal = sealAfter(seal, permalink)
    if (seal !== told || line !== JSON.stringify({ ...permalink, seal })) broken.push(at + 1)
    seal = told
    permalinks.push(permalink)
  }
  return { permalinks, broken }
}

/** The lines of more permalinks, sealed after those that are there: nothing that stands is written again. */
export function formatLines(added: readonly Permalink[]): string {
  const last = readFileSync(FILE, 'utf8').trimEnd().split('\n').at(-1)
  let seal = last ? (JSON.parse(last) as { seal: string }).seal : ''
  return added
    .map((permalink) => {
      seal = sealAfter(seal, permalink)
      return `${JSON.stringify({ ...permalink, seal })}\n`
    })
    .join('')
}

export const PERMALINKS_FILE = FILE

/** Each line is sealed over the one before, so that a line edited or taken out breaks its successor. */
function sealAfter(seal: string, permalink: object): string {
  return hash(seal + JSON.stringify(permalink)).slice(0, 16)
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** `/zh/debt?area=CN` as it stands at an edition, `/zh/@4/debt?area=CN`; what is pinned already stays as it is. */
export function pinAddress(address: string, edition: number): string {
  const { language, pinned, rest } = splitAddress(address)
  return language + (pinned || `/@${edition}`) + rest
}

/** The `.json` of a page's address. */
export function toJsonAddress(address: string): string {
  const [path = '', query] = address.split('?')
  return `${path}.json${query === undefined ? '' : `?${query}`}`
}

/** An address by hand, not by the site's own codec, which is what is tested. */
export function splitAddress(address: string): { language: string; pinned: string; rest: string } {
  const [, language = '', pinned = '', rest = ''] =
    /^(\/zh(?=[/?]|$))?(\/@\d+(?=[/?]|$))?(.*)$/.exec(address === '/' ? '' : address) ?? []
  return { language, pinned, rest }
}
