import { neutraliseText } from './csv'
import type { AnyFields, Citation } from './field'
import { type Frequency, formatSdmxPeriod } from './period'
import { toCitationCells } from './record-csv'

const sdmxHeads = [
  'INDICATOR',
  'REF_AREA',
  'TIME_PERIOD',
  'FREQ',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'UNIT_MULT',
  'OBS_STATUS',
  'CLAIMANT',
  'SOURCE',
] as const
/** What sources state beside a figure; behind the heads every SDMX tool knows. */
const moreHeads = ['NOTE', 'USD_BILLION_AS_STATED', 'WORDING_AS_STATED', 'CITATIONS'] as const

export function toFigureHeads(): string[] {
  return [...sdmxHeads, ...moreHeads]
}

/** The cells of a figure under {@link toFigureHeads}; the unit is that of its indicator. Figures are as published. */
export function toFigureCells(fields: AnyFields, indicator: AnyFields | undefined): string[] {
  const { period, frequency, value, citations, note, usdBillionAsStated, wordingAsStated } = fields
  const [sources, cited] = toCitationCells(citations as Citation[] | undefined)
  return [
    String(fields.indicator),
    String(fields.area),
    formatSdmxPeriod(String(period), frequency as Frequency),
    String(frequency),
    toText(value),
    toText(indicator?.unit),
    toText(indicator?.unitMult),
    String(fields.status),
    String(fields.claimant),
    sources,
    neutraliseText(toText(note)),
    toText(usdBillionAsStated),
    neutraliseText(toText(wordingAsStated)),
    cited,
  ]
}

function toText(value: AnyFields[string]): string {
  return value === undefined ? '' : String(value)
}
