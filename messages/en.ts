import { aboutEn } from './public/about.en'
import { accessibilityEn } from './public/accessibility.en'
import { chartEn } from './public/chart.en'
import { codeEn } from './public/code.en'
import { editionEn } from './public/edition.en'
import { fileEn } from './public/file.en'
import { findEn } from './public/find.en'
import { frameEn } from './public/frame.en'
import { nounEn } from './public/noun.en'
import { overviewEn } from './public/overview.en'
import { pagesEn } from './public/pages.en'
import { placeEn } from './public/place.en'
import { recordEn } from './public/record.en'
import { siteEn } from './public/site.en'
import { viewEn } from './public/view.en'

/** Every word of the public pages in English. `{name}` marks a place that is filled in; see components/chart/chart-words.ts. */
export const en = {
  ...siteEn,
  ...nounEn,
  ...codeEn,
  ...viewEn,
  ...findEn,
  ...recordEn,
  ...editionEn,
  ...fileEn,
  pages: pagesEn,
  frame: frameEn,
  home: overviewEn,
  place: placeEn,
  chart: chartEn,
  about: aboutEn,
  accessibility: accessibilityEn,
}

/** The shape every language fills. */
export type Messages = typeof en
