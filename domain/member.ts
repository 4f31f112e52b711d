import { type Day, type DoubtfulDate, getEarliestDay, getLatestDay } from './date'
import type { Field, FieldsOf } from './field'

export const memberFields = [
  { key: 'list', kind: 'reference', noun: 'list', required: true },
  { key: 'area', kind: 'reference', noun: 'area', required: true, sdmx: 'REF_AREA' },
  { key: 'stay', kind: 'integer', required: true },
  { key: 'from', kind: 'date' },
  { key: 'to', kind: 'date' },
  { key: 'attestedOn', kind: 'date' },
  { key: 'note', kind: 'text', lines: 2 },
  { key: 'citations', kind: 'citations', required: true, sdmx: 'SOURCE' },
] as const satisfies readonly Field[]

/** One area's stay on a list, the n-th; `attestedOn` is the last date at which a source named it as a member. */
export type Member = FieldsOf<typeof memberFields>

/**
 * Where an area stood on a day. Dates that are not sharp answer doubtfully: `may-have-joined` and `may-have-left` are
 * the days between the last day that is known to be before and the first that is known to be after.
 */
export const memberStates = ['in', 'may-have-left', 'left', 'may-have-joined', 'not-yet'] as const
export type MemberState = (typeof memberStates)[number]

/**
 * The state of a stay on a day; without `on`, at the end of what is known. `from` is its first day and `to` its last, so
 * on both the area is in. A stay that has no start counts as begun.
 */
export function getMemberState(member: Pick<Member, 'from' | 'to' | 'attestedOn'>, on?: Day): MemberState {
  if (on === undefined) return member.to === undefined ? 'in' : 'left'
  if (member.from !== undefined) {
    const earliest = getEarliestDay(member.from)
    if (earliest !== null && on < earliest) return 'not-yet'
    if (on < getLatestDay(member.from)) return 'may-have-joined'
  }
  if (member.to === undefined) return 'in'
  if (on > getLatestDay(member.to)) return 'left'
  return on <= getLastAttestedDay(member) || on <= (getEarliestDay(member.to) ?? '') ? 'in' : 'may-have-left'
}

function getLastAttestedDay(member: { from?: DoubtfulDate; attestedOn?: DoubtfulDate }): Day {
  const days = [member.from, member.attestedOn].flatMap((date) => (date === undefined ? [] : [toAttestedDay(date)]))
  return days.sort().at(-1) ?? ''
}

/** A month in which it was named attests at least its first day; "no later than" attests nothing but the day itself. */
function toAttestedDay(date: DoubtfulDate): Day {
  return getEarliestDay(date) ?? getLatestDay(date)
}
