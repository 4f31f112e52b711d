import { ChartFigure } from '@/components/chart/chart-figure'
import { areRanksAlike, CompareColumns, describeShared } from '@/components/place/compare-columns'
import { toDebtPanels, toUseChart } from '@/components/place/place-charts'
import { PlaceSection } from '@/components/place/place-sections'
import { fillPlaceWords, getPlaceName } from '@/components/place/place-words'
import type { Reading } from '@/components/view/reading'
import { type AreaReading, listAreas } from '@/db/list-area'
import { chooseSharedScope } from '@/domain/place-figures'
import { COMPARED_MOST, type View } from '@/domain/view'
import { listPlaceKeys, namePlaces } from './area-page'
import type { DrawnPage, PageRequest } from './page-request'
import { readTable } from './read-table'
import { toTablePage } from './table-page'

/** Up to four places side by side, above the figures they are compared by. */
export async function drawCompare(request: PageRequest): Promise<DrawnPage | null> {
  if (request.address.id !== undefined) return null
  const view = request.address.view as View<'compare'>
  const { edition } = request.edition
  const found = await listAreas(view.area, edition)
  const table = await readTable(request, 'compare', async ({ edition: { edition: n } }) =>
    (n === edition ? found : await listAreas(view.area, n)).flatMap(listPlaceKeys),
  )
  const { reading, places } = await namePlaces(table.reading, found)
  // The address holds no more places than fit, so a full one with something left out had more.
  const isOver = view.ignored.includes('area') && view.area.length === COMPARED_MOST
  const prompt = places.length === 0 ? { prompt: getPrompt(reading, 0) } : {}
  const names = places.map(({ area }) => getPlaceName(reading, area.id))
  const drawn = toTablePage({
    request,
    table: { ...table, reading: { ...table.reading, labels: { ...reading.labels, ...table.reading.labels } } },
    ...prompt,
    told: isOver ? ['area'] : [],
    above: (
      <>
        {isOver && (
          <p role="status" className="notice">
            {fillPlaceWords(reading, 'compareTooMany', { most: COMPARED_MOST })}
          </p>
        )}
        {places.length === 1 && <p className="my-4">{getPrompt(reading, places.length)}</p>}
        {places.length > 0 && <Compared reading={reading} places={places} />}
        {table.total > 0 && <h2>{reading.words.place.compareRows}</h2>}
      </>
    ),
  })
  if (names.length === 0) return drawn
  const lead = fillPlaceWords(reading, 'compareLead', { places: names.join(reading.words.chart.listSeparator) })
  return {
    ...drawn,
    description: lead + reading.words.site.gap + drawn.description,
  }
}

function getPrompt(reading: Reading, count: number): string {
  return count === 0
    ? fillPlaceWords(reading, 'comparePrompt', { most: COMPARED_MOST })
    : fillPlaceWords(reading, 'compareOne', { rest: COMPARED_MOST - count })
}

function Compared({ reading, places }: { reading: Reading; places: readonly AreaReading[] }) {
  const { words, language } = reading
  const ids = places.map(({ area }) => area.id)
  const figures = places[0]?.figures ?? []
  const lines = ids.map((id) => ({ id, name: getPlaceName(reading, id) }))
  const shared = chooseSharedScope(figures, ids)
  const worded = { lang: language, words: words.chart }
  const debt = shared && toDebtPanels(reading, figures, lines, shared.scope)
  const use = shared && toUseChart(reading, figures, lines, shared.scope)
  return (
    <>
      <PlaceSection id="findings" title={words.place.compareFindings}>
        {shared && <p className="finding">{describeShared(reading, shared, ids.length)}</p>}
        {!areRanksAlike(places, shared?.scope ?? null) && (
          <p className="text-sm text-muted">{words.place.compareRanks}</p>
        )}
        <CompareColumns reading={reading} places={places} scope={shared?.scope ?? null} />
      </PlaceSection>
      {debt && (
        <PlaceSection id="debt" title={words.place.compareDebt}>
          <div className="compare-panels">
            <ChartFigure
              chart={debt}
              title={fillPlaceWords(reading, 'balanceChart', { scope: words.place.scopeNames[shared.scope] })}
              worded={worded}
              id="compare-debt"
            />
          </div>
        </PlaceSection>
      )}
      {use && (
        <PlaceSection id="use" title={words.place.compareUse}>
          <ChartFigure
            chart={use}
            title={fillPlaceWords(reading, 'useChart', { scope: words.place.scopeNames[shared.scope] })}
            worded={worded}
            id="compare-use"
          />
        </PlaceSection>
      )}
    </>
  )
}
