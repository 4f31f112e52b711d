import { type Day, getDayNumber, getEarliestDay, getLatestDay } from './date'
import { getMemberState, type Member, type MemberState } from './member'

/** Days in a row on which a stay on a list has one state, both ends inside. */
export type MemberSpan = { state: MemberState; from: Day; to: Day }

/**
 * A stay on a list as spans of one state each, from the first day to the last. The state may change only on the days
 * its dates name, and on the day after each of them.
 */
export function listMemberSpans(member: Partial<Member>, first: Day, last: Day): MemberSpan[] {
  const named = [member.from, member.to, member.attestedOn].flatMap((date) =>
    date === undefined ? [] : [getEarliestDay(date), getLatestDay(date)],
  )
  const days = named.flatMap((day) => (day === null ? [] : [day, addDays(day, 1)]))
  const begins = [...new Set([first, ...days])].filter((day) => day >= first && day <= last).toSorted()
  const spans: MemberSpan[] = []
  begins.forEach((from, at) => {
    const next = begins[at + 1]
    const to = next === undefined ? last : addDays(next, -1)
    const state = getMemberState(member, from)
    const before = spans.at(-1)
    if (before?.state === state) before.to = to
    else spans.push({ state, from, to })
  })
  return spans
}

function addDays(day: Day, count: number): Day {
  return new Date((getDayNumber(day) + count) * 86_400_000).toISOString().slice(0, 10)
}
