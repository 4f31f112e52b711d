import { closeDatabase } from '@/db/client'
import { verify } from '@/db/verify/verify'

/** Walks the whole record and says whether it is what was published; ends with 1 and the first fault where it is not. */
const verification = await verify()
await closeDatabase()
if (verification.ok) {
  const { editions, versions, hash } = verification
  console.log(`The record is whole: ${editions} editions, ${versions} versions, last hash ${hash ?? 'none'}.`)
} else {
  const { edition, noun, id, fault, detail } = verification.fault
  console.error(`Edition ${edition} is broken: ${[fault, noun, id, detail].filter(Boolean).join(' · ')}`)
  process.exitCode = 1
}
