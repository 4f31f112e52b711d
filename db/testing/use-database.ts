import { afterAll, beforeAll } from 'vitest'
import { closeDatabase, transact } from '@/db/client'
import { forgetCurrentEdition } from '@/db/current-edition'
import { user } from '@/db/schema/desk'
import { editor } from '@/db/schema/edition'
import type { Role } from '@/domain/permission'
import { createTestDatabase, type TestDatabase } from './database'

/** Gives a test file a database of its own, behind the same three addresses the site uses. */
export function useTestDatabase(): { get: () => TestDatabase } {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
    process.env.DATABASE_URL = database.url
    process.env.DATABASE_URL_READER = database.readerUrl
    process.env.DATABASE_URL_DESK = database.deskUrl
  })
  afterAll(async () => {
    await closeDatabase()
    forgetCurrentEdition()
    await database?.drop()
  })
  return {
    get: () => {
      if (!database) throw new Error('the database is there once beforeAll has run')
      return database
    },
  }
}

/** A person who may publish unless their role says otherwise, without a password. */
export async function addTestEditor(id: string, role: Role = 'editor'): Promise<string> {
  await transact(async (transaction) => {
    await transaction.insert(editor).values({ id, name: id })
    await transaction.insert(user).values({ id, email: `${id}@example.org`, role })
  })
  return id
}
