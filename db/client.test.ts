import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDesk } from './client'
import { signInTry } from './schema/desk'
import { useTestDatabase } from './testing/use-database'

useTestDatabase()

test('a query that was given as drizzle makes it is run once', async () => {
  await readDesk((database) => database.insert(signInTry).values({ account: 'once', address: 'a' }))
  const rows = await readDesk((database) => database.select().from(signInTry).where(eq(signInTry.account, 'once')))
  expect(rows).toHaveLength(1)
})

test('an answer that came while this process was busy is not taken for none', async () => {
  const ask = () => readDesk((database) => database.execute(sql`select 1 as one`))
  await ask()
  const asked = ask()
  // Longer than the deadline of a query.
  for (const until = Date.now() + 2_600; Date.now() < until; );
  expect([...(await asked)]).toEqual([{ one: 1 }])
})
