import { sql } from 'drizzle-orm'
import { getSqlState, transact } from '@/db/client'
import { hashKey } from './secret'

const WINDOW = sql`interval '15 minutes'`
const TRIES_PER_KEY = 10
const TRIES_PER_ADDRESS = 60
const SWEEP_EVERY = 100

/**
 * What a try is counted under: a keyed hash of an account, of a browser that signed in to it before, or of a person who
 * is signed in. Only tries from strangers also count against the network address they come from.
 */
export type Count = { key: string; address: string; limitAddress: boolean }

/**
 * Takes one of the tries that are left, before the password is looked at, so that of any number in parallel no more are
 * evaluated than are left: 10 failed ones per key and 60 per network address in 15 minutes.
 * A refused try is not counted: a lock-out ends by itself however often somebody knocks.
 * @returns the number of the try, or null when none is left
 */
export async function takeTry({ key, address, limitAddress }: Count): Promise<number | null> {
  const from = hashKey('address', limitAddress ? toNetwork(address) : key)
  try {
    return await transact(async (transaction) => {
      // Each lock first and alone: the counts below must be read when both are held.
      await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 1))`)
      await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${from}, 2))`)
      const [taken] = await transaction.execute<{ n: string }>(sql`
        insert into desk.sign_in_try (account, address, at)
        select ${key}, ${from}, clock_timestamp()
        where ${TRIES_PER_KEY} > (
            select count(*) from desk.sign_in_try
            where account = ${key} and not succeeded and at > clock_timestamp() - ${WINDOW})
          and ${TRIES_PER_ADDRESS} > (
            select count(*) from desk.sign_in_try
            where address = ${from} and not succeeded and at > clock_timestamp() - ${WINDOW})
        returning n`)
      if (!taken) return null
      const n = Number(taken.n)
      if (n % SWEEP_EVERY === 0) {
        await transaction.execute(sql`delete from desk.sign_in_try where at < now() - interval '1 day'`)
      }
      return n
    })
  } catch (error) {
    // The lock was not to be had in time: so many knock at once that this one waits like the rest.
    if (getSqlState(error) === '55P03') return null
    throw error
  }
}

/** An IPv6 subscriber holds at least a /64, so its first four groups are the address that counts. */
function toNetwork(address: string): string {
  if (!address.includes(':') || /^::ffff:\d+\./i.test(address)) return address.replace(/^::ffff:/i, '')
  const [head = '', tail] = address.toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length)
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
