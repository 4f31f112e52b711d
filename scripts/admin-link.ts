/**
 * `npm run admin-link [-- e-mail]`: a new one-time link for an administrator who lost the way in, made on the machine itself.
 */
import { closeDatabase } from '@/db/client'
import { createAdministratorLink } from '@/db/people/first-administrator'

const { SITE_URL, PORT } = process.env
const origin = SITE_URL || `http://localhost:${PORT}`

const made = await createAdministratorLink(process.argv[2])
if (made.ok) {
  console.log(`For one hour, and once, this sets the password${made.email ? ` of ${made.email}` : ''}:`)
  console.log(new URL(made.path, origin).href)
} else {
  console.error(
    made.error === 'several'
      ? 'There are several administrators. Name one: npm run admin-link -- <e-mail>'
      : 'No active administrator has this e-mail address.',
  )
  for (const email of made.emails) console.error(`  ${email}`)
  process.exitCode = 1
}
await closeDatabase()
