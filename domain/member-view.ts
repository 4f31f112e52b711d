import { countFacets, type FacetCounts, toValueFacet } from './facet'
import type { AnyFields } from './field'
import { getMemberState, type Member, type MemberState, memberStates } from './member'
import type { View } from './view'

type Row = { fields: AnyFields }

/**
 * The memberships a view asks for: those whose state on its day (or now) is asked for. On a day, a stay that had not
 * begun is left out unless it is asked for by name.
 */
export function refineMembers<R extends Row>(rows: readonly R[], { on, status }: View<'provinces'>): R[] {
  return rows.filter((row) => {
    const state = getMemberState(row.fields as Partial<Member>, on)
    return status.length > 0 ? status.includes(state) : state !== 'not-yet'
  })
}

/** How many of the memberships are in each state on a day. */
export function countStates(rows: readonly Row[], on?: string): Record<MemberState, number> {
  const counts: Record<MemberState, number> = { in: 0, 'may-have-left': 0, left: 0, 'may-have-joined': 0, 'not-yet': 0 }
  for (const row of rows) counts[getMemberState(row.fields as Partial<Member>, on)] += 1
  return counts
}

/** How many memberships each list and each state would give on the view's day; `rows` are those of all lists. */
export function countMemberFacets(rows: readonly Row[], { list, on, status }: View<'provinces'>): FacetCounts {
  const cells = rows.map(({ fields }) => ({
    values: { list: String(fields.list), status: getMemberState(fields as Partial<Member>, on) },
    rows: 1,
  }))
  const shown = status.length > 0 ? status : memberStates.filter((state) => state !== 'not-yet')
  return countFacets(cells, [toValueFacet('list', list), toValueFacet('status', shown)])
}
