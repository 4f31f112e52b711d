import { startSite } from './site'

/**
 * Playwright's global set-up: one site for all journeys. Tests find it in the environment: BASE_URL (also Playwright's
 * `baseURL`), DATABASE_URL, DATABASE_URL_READER, DATABASE_URL_DESK, POSTGRES_PID_FILE, ADMIN_EMAIL, ADMIN_PASSWORD.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const site = await startSite()
  Object.assign(process.env, {
    BASE_URL: site.baseUrl,
    DATABASE_URL: site.databaseUrl,
    DATABASE_URL_READER: site.databaseUrlReader,
    DATABASE_URL_DESK: site.databaseUrlDesk,
    POSTGRES_PID_FILE: site.postgresPidFile,
    ADMIN_EMAIL: site.adminEmail,
    ADMIN_PASSWORD: site.adminPassword,
  })
  return site.stop
}
