import { OFFICIAL } from './claimant'
import { NATION, placeIndicators } from './place-figures'
import { getDefaultView, type View } from './view'

/** The figures that places are compared by, as a view of the figures. No place has an empty id: none is nothing. */
export function toFiguresView({ area, sort, page }: View<'compare'>): View<'debt'> {
  const areas = area.length === 0 ? [''] : area
  return { ...getDefaultView('debt'), indicator: [...placeIndicators], area: areas, claimant: [OFFICIAL], sort, page }
}

/** The same with the nation's figures beside, which shares are computed from. */
export function toFiguresWithNation(area: readonly string[]): View<'debt'> {
  return {
    ...getDefaultView('debt'),
    indicator: [...placeIndicators],
    area: [...new Set([...area, NATION])],
    claimant: [OFFICIAL],
  }
}
