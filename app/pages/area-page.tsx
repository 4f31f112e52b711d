import type { ReactNode } from 'react'
import { PeerScale } from '@/components/place/peer-scale'
import { PlaceIdentity } from '@/components/place/place-identity'
import { formatLead, PlaceLead } from '@/components/place/place-lead'
import { PlaceList } from '@/components/place/place-list'
import { PlaceDebt, PlaceIssuance, PlaceSaid, PlaceSection } from '@/components/place/place-sections'
import { ScopeNotice } from '@/components/place/scope-notice'
import type { RecordLike } from '@/components/record/record-like'
import type { Reading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import { type AreaReading, listAreas } from '@/db/list-area'

/** Everything a place's page needs, with the names of what it mentions; null where the edition holds no such place. */
export async function readPlaces(
  reading: Reading,
  ids: readonly string[],
): Promise<{ reading: Reading; places: AreaReading[] }> {
  const places = await listAreas(ids, reading.edition)
  const rows = places.flatMap(({ figures, mentions, taskForces, members, reports, peers, remainders, area }) => [
    ...[area, ...figures, ...mentions, ...taskForces, ...members, ...reports, ...peers, ...remainders],
  ])
  const also = places.flatMap(({ area, ancestors, remainders, reports }) => [
    ...[area.id, ...ancestors, ...remainders.map(({ id }) => id)],
    ...reports.map(({ fields }) => String(fields.member).split('.')[1] ?? ''),
  ])
  const labels = await getLabels(
    reading.edition,
    rows,
    also.map((id) => ({ noun: 'area' as const, id })),
  )
  const areas = { ...reading.labels.area, ...labels.area }
  return { reading: { ...reading, labels: { ...reading.labels, ...labels, area: areas } }, places }
}

/** One place: what matters first, then its debt, its bonds, its like, its list, what was said, and last its codes. */
export async function drawPlace(
  plain: Reading,
  record: RecordLike,
): Promise<{ lead: string | null; content: ReactNode }> {
  const { reading, places } = await readPlaces(plain, [record.id])
  const [place] = places
  if (!place) return { lead: null, content: <PlaceIdentity reading={plain} record={record} /> }
  const { words } = reading
  return {
    lead: formatLead(reading, place),
    content: (
      <>
        <ScopeNotice reading={reading} area={place.area} remainders={place.remainders} />
        <PlaceLead reading={reading} place={place} count={place.figureCount} />
        <PlaceDebt reading={reading} place={place} />
        <PlaceSection id="peers" title={words.place.peersTitle}>
          <PeerScale reading={reading} peers={place.peers} area={record.id} kind={String(record.fields.kind)} />
        </PlaceSection>
        <PlaceIssuance reading={reading} place={place} />
        <PlaceList reading={reading} {...place} />
        <PlaceSaid reading={reading} id={record.id} mentions={place.mentions} taskForces={place.taskForces} />
        <PlaceIdentity reading={reading} record={record} />
      </>
    ),
  }
}
