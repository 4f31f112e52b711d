import { quoteCell } from './csv'
import type { AnyFields, Citation } from './field'
import { neutraliseText } from './formula'
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

/** The fields of a figure that its file is made of. */
export const figureKeys = [
  'indicator',
  'area',
  'period',
  'frequency',
  'value',
  'status',
  'claimant',
  'note',
  'usdBillionAsStated',
  'wordingAsStated',
  'citations',
] as const

/** Figures by column, each value as text: empty where there is none, citations as JSON. */
export type FigureColumns = { [K in (typeof figureKeys)[number]]: readonly string[] }

export function toFigureHeads(): string[] {
  return [...sdmxHeads, ...moreHeads]
}

export function makeFigureColumns(toColumn: (key: (typeof figureKeys)[number]) => string[]): FigureColumns {
  return Object.fromEntries(figureKeys.map((key) => [key, toColumn(key)])) as { [K in keyof FigureColumns]: string[] }
}

/** One figure as columns of one. */
export function toFigureColumns(fields: AnyFields): FigureColumns {
  return makeFigureColumns((key) => [toText(fields[key])])
}

function toText(value: AnyFields[string]): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Two cells that stand apart in a record: the sources, and the citations where they say more. */
type CitationCells = { sources: string; cited: string }
/** What is the same in many figures is worked out once for a file. */
export type FigureMemory = {
  units: Map<string, string>
  periods: Map<string, string>
  citations: Map<string, CitationCells>
}

const REMEMBERED_MOST = 2_000

export function makeFigureMemory(): FigureMemory {
  return { units: new Map(), periods: new Map(), citations: new Map() }
}

/** Figures have the unit of their indicator, which must be remembered before they are formatted. */
export function rememberUnits(memory: FigureMemory, indicators: readonly { id: string; fields: AnyFields }[]): void {
  for (const { id, fields } of indicators) memory.units.set(id, `${toText(fields.unit)},${toText(fields.unitMult)}`)
}

/**
 * Figures as RFC 4180 records under {@link toFigureHeads}. Values are as published; ids, codes, periods and figures
 * need no quotes. Half a million figures are written this way, so no cell is looked at twice.
 */
export function formatFigures(columns: FigureColumns, memory: FigureMemory): string {
  let text = ''
  for (const [at, indicator] of columns.indicator.entries()) {
    const frequency = columns.frequency[at] ?? ''
    const { sources, cited } = remember(memory.citations, columns.citations[at] ?? '', formatCitations)
    const period = remember(memory.periods, `${frequency} ${columns.period[at]}`, formatPeriodCell)
    text += `${indicator},${columns.area[at]},${period},${frequency},${columns.value[at]},`
    text += `${memory.units.get(indicator) ?? ','},${columns.status[at]},${columns.claimant[at]},${sources},`
    text += `${formatText(columns.note[at])},${columns.usdBillionAsStated[at]},${formatText(columns.wordingAsStated[at])},${cited}\r\n`
  }
  return text
}

function remember<T>(memory: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= REMEMBERED_MOST) memory.clear()
  const made = make(key)
  memory.set(key, made)
  return made
}

function formatPeriodCell(key: string): string {
  const [frequency = '', period = ''] = key.split(' ')
  return formatSdmxPeriod(period, frequency as Frequency)
}

function formatCitations(json: string): CitationCells {
  const [sources, cited] = toCitationCells(json === '' ? [] : (JSON.parse(json) as Citation[]))
  return { sources: quoteCell(sources), cited: quoteCell(cited) }
}

function formatText(text = ''): string {
  return text === '' ? '' : quoteCell(neutraliseText(text))
}
