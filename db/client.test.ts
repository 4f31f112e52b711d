import { eq } from 'drizzle-orm'
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
