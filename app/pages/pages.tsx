import type { Page } from '@/domain/view'
import { drawAbout } from './about-page'
import { drawAccessibility } from './accessibility-page'
import { drawChecks } from './checks-page'
import { drawCompare } from './compare-page'
import { drawDebt } from './debt-page'
import { drawEditions } from './editions-page'
import { drawHome } from './home-page'
import type { DrawnPage, PageRequest } from './page-request'
import { drawProvinces } from './provinces-page'
import { drawRecords } from './records-page'
import { drawSearch } from './search-page'

/** How each page is drawn; null where the record asked for never was. */
export const pages: Record<Page, (request: PageRequest) => Promise<DrawnPage | null>> = {
  home: drawHome,
  about: drawAbout,
  accessibility: drawAccessibility,
  compare: drawCompare,
  search: drawSearch,
  checks: drawChecks,
  debt: drawDebt,
  provinces: drawProvinces,
  editions: drawEditions,
  indicators: drawRecords,
  'task-forces': drawRecords,
  mentions: drawRecords,
  areas: drawRecords,
  documents: drawRecords,
  sources: drawRecords,
  claimants: drawRecords,
  lists: drawRecords,
  reports: drawRecords,
}
