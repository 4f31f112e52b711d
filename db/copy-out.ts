import { Readable } from 'node:stream'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { PendingQuery, Row } from 'postgres'
import { readClient } from './client'

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * The rows of a query as lines of COPY's text format: cells apart by commas, nothing where there is none, and a backslash
 * before a comma, a backslash and the letter of a control character. The database writes a line in half the time of a row, and
 * a driver has nothing to take apart. COPY takes no parameters, so theirs are quoted into its text (see its test).
 * @throws DatabaseUnavailable as `read` does
 */
export function copyOut(query: SQL): Promise<string[]> {
  const { sql } = dialect.sqlToQuery(query.inlineParams())
  return readClient(async (client) => {
    const lines: string[] = []
    const stream = await startCopy(client.unsafe(`copy (${sql}) to stdout with (delimiter ',', null '')`))
    try {
      // A line is one message of the protocol, so a chunk is made of whole lines.
      for await (const chunk of stream) {
        for (const line of chunk.toString().split('\n')) if (line !== '') lines.push(line)
      }
    } finally {
      // The driver holds its socket back when a stream is full and, at its end, never lets go (porsager/postgres#1016).
      stream._read(0)
    }
    return lines
  })
}

/**
 * The driver's stream of a COPY, listened to from its first moment: a refusal that comes with the first lines is an error of
 * the stream before anybody who waits for it is told, and an error that nobody listens to ends the process.
 */
function startCopy(query: PendingQuery<Row[]>): Promise<Readable> {
  const pending = query as unknown as { resolve: (answer: unknown) => void }
  const { resolve } = pending
  pending.resolve = (answer) => resolve(answer instanceof Readable ? answer.on('error', () => {}) : answer)
  return query.readable()
}
