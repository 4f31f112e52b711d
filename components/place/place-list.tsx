import Link from 'next/link'
import type { RecordLike } from '@/components/record/record-like'
import { hrefTo, type Reading } from '@/components/view/reading'
import { countStates } from '@/domain/member-view'
import { NATION, type PlaceFigure } from '@/domain/place-figures'
import { ListStrip, ReportList } from './list-strip'
import { PlaceSection } from './place-sections'
import { fillPlaceWords, getPlaceName } from './place-words'

type PlaceListProps = {
  reading: Reading
  area: PlaceFigure
  ancestors: readonly string[]
  members: readonly RecordLike[]
  reports: readonly RecordLike[]
}

/** Where a place stands on the list of Document No. 47, day by day; for one below a province, where its province does. */
export function PlaceList({ reading, area, ancestors, members, reports }: PlaceListProps) {
  const { words } = reading
  const isDoubtful = members.some(({ fields }) => fields.to !== undefined || fields.from !== undefined)
  return (
    <PlaceSection id="list" title={words.place.listTitle}>
      <p className={members.length > 0 ? 'finding' : 'empty'}>{describe(reading, { area, ancestors, members })}</p>
      {members.map((member) => (
        <ListStrip
          key={member.id}
          reading={reading}
          member={member}
          reports={reports.filter(({ fields }) => fields.member === member.id)}
          isNamed={area.id === NATION}
        />
      ))}
      {members.length > 0 && isDoubtful && <p className="chart-notes">{words.place.listDoubt}</p>}
      <ReportList reading={reading} reports={reports} showsPlace={area.id === NATION} />
      {members.length > 0 && (
        <p className="mt-2 text-sm">
          <Link href={hrefTo(reading, 'provinces')} prefetch={false} className="py-1">
            {words.pages.provinces.title}
          </Link>
        </p>
      )}
    </PlaceSection>
  )
}

type Described = Pick<PlaceListProps, 'area' | 'ancestors' | 'members'>

function describe(reading: Reading, { area, ancestors, members }: Described): string {
  const place = getPlaceName(reading, area.id)
  if (area.id === NATION) {
    const states = countStates(members)
    return fillPlaceWords(reading, 'listNation', { in: states.in, left: states.left })
  }
  if (area.fields.kind === 'statistical') {
    return fillPlaceWords(reading, 'listScope', { parent: getPlaceName(reading, String(area.fields.parent)) })
  }
  const [member] = members
  if (member?.fields.area === area.id) {
    return (
      reading.words.codes['member.state'][countStates([member]).left > 0 ? 'left' : 'in'] +
      reading.words.chart.sentenceEnd.trim()
    )
  }
  if (member)
    return fillPlaceWords(reading, 'listBelow', { place, parent: getPlaceName(reading, String(member.fields.area)) })
  const province = ancestors.at(-2)
  return province === undefined
    ? fillPlaceWords(reading, 'listNever', { place })
    : fillPlaceWords(reading, 'listBelowNever', { place, parent: getPlaceName(reading, province) })
}
