/**
 * Makes a database ready to serve: schema, first data, first administrator. Run by the launcher, with DATABASE_URL and its
 * company in the environment.
 */

import { loadFirstData } from '@/db/first-data'
import { migrate } from '@/db/migrate'
import { prepareFirstAdministrator } from '@/db/people/first-administrator'

try {
  await prepare()
  process.exit(0)
} catch (error) {
  await tellLauncher({ failure: describe(error) })
  process.exit(1)
}

async function prepare(): Promise<void> {
  const { DATABASE_URL = '', ADMIN_EMAIL, ADMIN_PASSWORD, SITE_URL } = process.env
  await timed('schema', () => migrate(DATABASE_URL))
  const editions = await timed('first data', loadFirstData)
  if (editions > 0) console.log(`the record was empty: ${editions} editions loaded`)
  const link = await prepareFirstAdministrator({
    ...(ADMIN_EMAIL ? { email: ADMIN_EMAIL } : {}),
    ...(ADMIN_PASSWORD ? { password: ADMIN_PASSWORD } : {}),
    ...(SITE_URL ? { siteUrl: SITE_URL } : {}),
  })
  if (link) await tellLauncher({ link })
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  const result = await run()
  console.log(`${what} ${((performance.now() - begin) / 1000).toFixed(1)} s`)
  return result
}

/** The launcher shows a link at the end, below the address, where a person looks, and a failure as its last word. */
function tellLauncher(message: { link: string } | { failure: string }): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve())
    else resolve(console.log(message))
  })
}

/** One line: the innermost cause says what PostgreSQL or the network refused. */
function describe(error: unknown): string {
  let cause = error
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause
  if (cause instanceof AggregateError) cause = cause.errors[0]
  const text = cause instanceof Error ? cause.message : String(cause)
  return text.split('\n')[0] ?? text
}
