/** The addresses of the database, one per wall: the owner migrates, the reader reads, the desk publishes. */
export type DatabaseUrls = { owner: string; reader?: string; desk?: string }

/** Read at first use, never at build: `next build` imports the modules that use it. */
export function getDatabaseUrls(env: NodeJS.ProcessEnv = process.env): DatabaseUrls {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
  return {
    owner: env.DATABASE_URL,
    ...(env.DATABASE_URL_READER ? { reader: env.DATABASE_URL_READER } : {}),
    ...(env.DATABASE_URL_DESK ? { desk: env.DATABASE_URL_DESK } : {}),
  }
}
