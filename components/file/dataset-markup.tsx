import type { Reading } from '@/components/view/reading'
import { listFilters } from '@/components/view/view-words'
import { type Address, formatAddress, listFileFormats } from '@/domain/address'
import { SHEET_ROWS_MOST } from '@/domain/sheet'
import type { AnyView } from '@/domain/view'

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
/** Files that hold the rows themselves, by media type; a picture or a feed is no distribution of them. */
const mediaTypes: { [format: string]: string } = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export type Dataset = {
  reading: Reading
  address: Address
  title: string
  description: string
  total: number
  origin: string
  /** What is measured in the rows; empty where they are no figures. */
  indicators: readonly { id: string; text: string }[]
}

/** A view for machines that look for data: complete, or absent where the view has no rows. */
export function DatasetMarkup(dataset: Dataset) {
  if (dataset.total === 0) return null
  // React writes the text of a script as it is, so no sign in it may end the script.
  const text = JSON.stringify(describeDataset(dataset)).replaceAll('<', '\\u003c')
  return <script type="application/ld+json">{text}</script>
}

/** A view as schema.org/Dataset: https://schema.org/Dataset, https://developers.google.com/search/docs/appearance/structured-data/dataset */
export function describeDataset({ reading, address, title, description, total, origin, indicators }: Dataset): object {
  const { words, edition, publishedAt, language } = reading
  const { pinned: _pinned, ...rest } = address
  const live = { ...rest, view: { ...address.view, page: 1, ignored: [] } }
  const own = address.pinned === undefined ? live : { ...live, pinned: edition }
  const pinned = { ...live, pinned: edition }
  const areas = listFilters(reading, address.page, address.view).filter(({ key }) => key === 'area')
  const temporal = formatCoverage(address.view)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${title} · ${words.site.name}`,
    description: `${description} ${words.site.tagline}`.slice(0, 5_000),
    url: origin + formatAddress(own),
    identifier: origin + formatAddress(pinned),
    license: LICENCE,
    isAccessibleForFree: true,
    inLanguage: language === 'zh' ? 'zh-Hans' : 'en',
    version: String(edition),
    dateModified: publishedAt.toISOString(),
    creator: {
      '@type': 'Organization',
      name: words.site.name,
      url: origin + formatAddress({ language, page: 'home' }),
    },
    distribution: listFileFormats(address)
      .filter((format) => mediaTypes[format] !== undefined && (format !== 'xlsx' || total <= SHEET_ROWS_MOST))
      .map((format) => ({
        '@type': 'DataDownload',
        encodingFormat: mediaTypes[format],
        contentUrl: origin + formatAddress({ ...pinned, format }),
      })),
    ...(temporal === null ? {} : { temporalCoverage: temporal }),
    ...(areas.length === 0
      ? {}
      : {
          spatialCoverage: areas.map(({ value, text }) => ({
            '@type': 'Place',
            name: text,
            identifier: value,
            url: origin + formatAddress({ language, page: 'areas', id: value }),
          })),
        }),
    ...(indicators.length === 0
      ? {}
      : {
          variableMeasured: indicators.map(({ id, text }) => ({
            '@type': 'PropertyValue',
            name: text,
            propertyID: id,
            url: origin + formatAddress({ language, page: 'indicators', id }),
          })),
        }),
  }
}

/** The time a view asks for as an ISO 8601 interval, `..` where it is open; null where it asks for none. */
function formatCoverage({ from, to, on }: AnyView): string | null {
  if (on !== undefined) return String(on)
  return from === undefined && to === undefined ? null : `${from ?? '..'}/${to ?? '..'}`
}
