import type { ReactNode } from 'react'
import { PeerScale } from '@/components/place/peer-scale'
import { PlaceIdentity } from '@/components/place/place-identity'
import { formatLead, PlaceLead } from '@/components/place/place-lead'
import { PlaceList } from '@/components/place/place-list'
import { PlaceDebt, PlaceIssuance, PlaceSaid, PlaceSection } from '@/components/place/place-sections'
import { ScopeNotice } from '@/components/place/scope-notice'
import { PrintedSources } from '@/components/record/printed-sources'
import type { RecordLike } from '@/components/record/record-like'
import type { Reading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import type { AreaReading } from '@/db/list-area'
import type { RecordKey } from '@/domain/drift'

export type PlacesReading = { reading: Reading; places: AreaReading[] }

/** Places as they were read, with the names of what they mention. */
export async function namePlaces(reading: Reading, places: AreaReading[]): Promise<PlacesReading> {
  const rows = places.flatMap(listPlaceRows)
  const also = places.flatMap(({ area, ancestors, remainders }) => [
    ...[area.id, ...ancestors, ...remainders.map(({ id }) => id)],
  ])
  const labels = await getLabels(
    reading.edition,
    rows,
    also.map((id) => ({ noun: 'area' as const, id })),
  )
  const areas = { ...reading.labels.area, ...labels.area }
  return { reading: { ...reading, labels: { ...reading.labels, ...labels, area: areas } }, places }
}

function listPlaceRows({ area, figures, mentions, taskForces, members, reports, peers, remainders }: AreaReading) {
  return [area, ...figures, ...mentions, ...taskForces, ...members, ...reports, ...peers, ...remainders]
}

/** Every record that what is said of a place is drawn and computed from: shares, uses and ranks follow from these. */
export function listPlaceKeys(place: AreaReading): RecordKey[] {
  return listPlaceRows(place).map(({ noun, id }) => ({ noun, id }))
}

/** One place: what matters first, then its debt, its bonds, its like, its list, what was said, and last its codes. */
export function drawPlace(
  { reading, places: [place] }: PlacesReading,
  record: RecordLike,
): { lead: string | null; content: ReactNode; sources?: ReactNode } {
  if (!place) return { lead: null, content: <PlaceIdentity reading={reading} record={record} /> }
  const { words } = reading
  return {
    lead: formatLead(reading, place),
    sources: <PrintedSources reading={reading} rows={listCiting(place)} />,
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

/** What of a place's records is shown with its sources. */
function listCiting({ figures, mentions, taskForces, members, reports, area }: AreaReading): RecordLike[] {
  return [...figures, ...mentions, ...taskForces, ...members, ...reports, area]
}
