import type { Messages } from './en'
import { aboutZh } from './public/about.zh'
import { accessibilityZh } from './public/accessibility.zh'
import { chartZh } from './public/chart.zh'
import { codeZh } from './public/code.zh'
import { editionZh } from './public/edition.zh'
import { fileZh } from './public/file.zh'
import { findZh } from './public/find.zh'
import { frameZh } from './public/frame.zh'
import { nounZh } from './public/noun.zh'
import { overviewZh } from './public/overview.zh'
import { pagesZh } from './public/pages.zh'
import { placeZh } from './public/place.zh'
import { recordZh } from './public/record.zh'
import { siteZh } from './public/site.zh'
import { viewZh } from './public/view.zh'

/** 公开页面的全部文字（简体中文）。`{name}` 为待填之处。 */
export const zh: Messages = {
  ...siteZh,
  ...nounZh,
  ...codeZh,
  ...viewZh,
  ...findZh,
  ...recordZh,
  ...editionZh,
  ...fileZh,
  pages: pagesZh,
  frame: frameZh,
  home: overviewZh,
  place: placeZh,
  chart: chartZh,
  about: aboutZh,
  accessibility: accessibilityZh,
}
