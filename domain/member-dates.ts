import { type Day, getEarliestDay, getLatestDay } from './date'
import type { Member } from './member'

/** A day from which more is known of a list, and what: how many places had joined, were named, or had left. */
export type MemberDate = { day: Day; joined: number; named: number; left: number }

/**
 * The days at which what is known of memberships changes, earliest first: the last day a start may mean, the day a member
 * was named on, and the day after the last that an end may mean. On each of them `on=` gives a sharp answer.
 */
export function listMemberDates(members: readonly Pick<Member, 'from' | 'to' | 'attestedOn'>[]): MemberDate[] {
  const dates = new Map<Day, MemberDate>()
  const count = (day: Day, what: 'joined' | 'named' | 'left') => {
    const date = dates.get(day) ?? { day, joined: 0, named: 0, left: 0 }
    dates.set(day, { ...date, [what]: date[what] + 1 })
  }
  for (const { from, to, attestedOn } of members) {
    if (from !== undefined) count(getLatestDay(from), 'joined')
    if (attestedOn !== undefined) count(toNamedDay(attestedOn), 'named')
    if (to !== undefined) count(getDayAfter(getLatestDay(to)), 'left')
  }
  return [...dates.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** A month in which it was named attests its first day; «no later than» nothing but the day itself, as in domain/member.ts. */
function toNamedDay(date: string): Day {
  return getEarliestDay(date) ?? getLatestDay(date)
}

function getDayAfter(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The date before a day and the one after it; without a day, the reader stands behind the last. */
export function getNeighbours<D extends { day: Day }>(dates: readonly D[], on?: Day): { older?: D; newer?: D } {
  const older = dates.findLast(({ day }) => on === undefined || day < on)
  const newer = on === undefined ? undefined : dates.find(({ day }) => day > on)
  return { ...(older ? { older } : {}), ...(newer ? { newer } : {}) }
}
