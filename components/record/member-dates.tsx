import { fillTemplate } from '@/components/chart/chart-words'
import { DateControl } from '@/components/view/date-control'
import { hrefTo, type Reading } from '@/components/view/reading'
import type { Member } from '@/domain/member'
import { getNeighbours, listMemberDates, type MemberDate } from '@/domain/member-dates'
import type { View } from '@/domain/view'
import { formatDoubtfulDate } from './dates'
import type { RecordLike } from './record-like'

type MemberDatesProps = { reading: Reading; view: View<'provinces'>; members: readonly RecordLike[] }

/** Steps the members of a list through the days at which more is known of them, and back to all that is known. */
export function MemberDates({ reading, view, members }: MemberDatesProps) {
  const { words } = reading
  const { on, list } = view
  const stays = members
    .map(({ fields }) => fields as Partial<Member>)
    .filter((stay) => list.length === 0 || list.some((id) => id === stay.list))
  const dates = listMemberDates(stays)
  if (dates.length === 0) return null
  const { older, newer } = getNeighbours(dates, on)
  const hrefOf = (day: string | undefined) =>
    hrefTo(reading, 'provinces', { view: { ...view, on: day, page: 1, ignored: [] } })
  const toStep = (date: MemberDate) => ({
    key: date.day,
    text: formatDoubtfulDate(words, date.day),
    note: describeDate(reading, date),
    href: hrefOf(date.day),
  })
  return (
    <DateControl
      reading={reading}
      shown={on === undefined ? words.dateControl.known : formatDoubtfulDate(words, on)}
      steps={dates.toReversed().map(toStep)}
      older={older && toStep(older)}
      newer={newer && toStep(newer)}
      {...(on === undefined
        ? {}
        : { shownKey: on, latest: { text: words.dateControl.known, href: hrefOf(undefined) } })}
    />
  )
}

function describeDate({ words }: Reading, date: MemberDate): string {
  return (['joined', 'named', 'left'] as const)
    .filter((what) => date[what] > 0)
    .map((what) => fillTemplate(words.dateControl[what], { count: date[what] }))
    .join(words.chart.listSeparator)
}
