import { createHash, type Hash } from 'node:crypto'

/**
 * A backup is a file of lines in UTF-8, each a word, a space and JSON:
 *
 *     head {"backup":"pot-and-iron","version":1,"at":"2026-11-28T05:00:00.000Z","edition":128}
 *     table {"name":"public.editor","columns":["id","name"]}
 *     row {"id":"zhang","name":"Zhang"}              one for each row of the table named last
 *     table {"name":"public.edition","columns":[…]}
 *     change-columns {"columns":[…]}
 *     edition {"n":1,…}                              a row of the table, followed by
 *     change {"edition":1,"seq":0,…}                 one for each of its change documents, in order
 *     end {"lines":4711,"sha256":"…"}
 *
 * Rows are as PostgreSQL's to_json writes them: files as `\x` and hexadecimal digits. A table stands after those it
 * refers to. `lines` counts the lines before the last, and `sha256` is over their bytes, line ends (LF) included.
 */
export const BACKUP_VERSION = 1
export const lineKinds = ['head', 'table', 'row', 'change-columns', 'edition', 'change', 'end'] as const
export type LineKind = (typeof lineKinds)[number]

export type BackupHead = { backup: 'pot-and-iron'; version: number; at: string; edition: number }
export type BackupTable = { name: string; columns: string[] }

/** Counts and hashes lines as they are written or read, so that the end can be made or compared. */
export class LineSeal {
  private lines = 0
  private readonly hash: Hash = createHash('sha256')

  /** @param line with its line end */
  add(line: string | Buffer): void {
    this.lines += 1
    this.hash.update(line)
  }

  /** What the `end` line must say. */
  toEnd(): { lines: number; sha256: string } {
    return { lines: this.lines, sha256: this.hash.copy().digest('hex') }
  }
}

/** Splits a stream of bytes at LF only: JSON text may hold U+2028 as it is, where others split too. */
export async function* readLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  for await (const chunk of bytes) {
    let from = 0
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, at + 1)])
      parts = []
      from = at + 1
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}
