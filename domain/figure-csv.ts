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

export function toFigureHeads(): string[] {
  return [...sdmxHeads, ...moreHeads]
}

function toText(value: AnyFields[string]): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What is the same in many figures is worked out once for a file. */
export type FigureMemory = {
  /** The cells of an indicator's unit, by its id. */
  units: Map<string, string>
  periods: Map<string, string>
  /** The cells from the status on, around the sources. */
  tails: Map<string, string>
}

const REMEMBERED_MOST = 2_000

export function makeFigureMemory(): FigureMemory {
  return { units: new Map(), periods: new Map(), tails: new Map() }
}

/** Figures have the unit of their indicator, which must be remembered before they are formatted. */
export function rememberUnits(memory: FigureMemory, indicators: readonly { id: string; fields: AnyFields }[]): void {
  for (const { id, fields } of indicators) memory.units.set(id, `${toText(fields.unit)},${toText(fields.unitMult)}`)
}

/**
 * One figure as an RFC 4180 record under {@link toFigureHeads}. Values are as published; ids, codes, periods and figures
 * need no quotes.
 */
export function formatFigure(fields: AnyFields, { units }: FigureMemory): string {
  const [indicator, area, period, frequency, value, ...more] = figureKeys.map((key) => toText(fields[key]))
  const unit = units.get(String(indicator)) ?? ','
  return `${indicator},${area},${formatPeriod(`${period},${frequency}`)},${value},${unit},${formatTail(more)}\r\n`
}

/** The indicators that figures are of, which come in lines as {@link formatFigures} reads them. */
export function listIndicators(lines: readonly string[]): Set<string> {
  const indicators = new Set<string>()
  let last = ','
  for (const line of lines) {
    const start = line.indexOf(',') + 1
    if (line.startsWith(last, start)) continue
    last = line.slice(start, line.indexOf(',', start) + 1)
    indicators.add(last.slice(0, -1))
  }
  return indicators
}

/**
 * Figures as {@link formatFigure} writes them, from lines of their ids and the values of {@link figureKeys} as COPY writes
 * them. Half a million are written this way, so what stands in a line as in the file is taken over in one piece.
 */
export function formatFigures(lines: readonly string[], memory: FigureMemory): string {
  let text = ''
  for (const line of lines) {
    const indicator = line.indexOf(',') + 1
    const area = line.indexOf(',', indicator) + 1
    const period = line.indexOf(',', area) + 1
    const value = line.indexOf(',', line.indexOf(',', period) + 1) + 1
    const status = line.indexOf(',', value) + 1
    const unit = memory.units.get(line.slice(indicator, area - 1)) ?? ','
    text += line.slice(indicator, period) + remember(memory.periods, line.slice(period, value - 1), formatPeriod)
    text += `,${line.slice(value, status)}${unit},${remember(memory.tails, line.slice(status), formatCopiedTail)}\r\n`
  }
  return text
}

function remember(memory: Map<string, string>, key: string, make: (key: string) => string): string {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= REMEMBERED_MOST) memory.clear()
  // A part of a text keeps the whole of it in memory; what is remembered stands alone.
  const alone = Buffer.from(key).toString()
  const made = make(alone)
  memory.set(alone, made)
  return made
}

function formatPeriod(key: string): string {
  const [period = '', frequency = ''] = key.split(',')
  return `${formatSdmxPeriod(period, frequency as Frequency)},${frequency}`
}

function formatCopiedTail(tail: string): string {
  return formatTail(splitCopied(tail))
}

function formatTail(values: readonly string[]): string {
  const [status, claimant, note = '', usd, wording = '', citations = ''] = values
  const [sources, cited] = toCitationCells(citations === '' ? [] : (JSON.parse(citations) as Citation[]))
  const [before, after] = [formatText(note), formatText(wording)]
  return `${status},${claimant},${quoteCell(sources)},${before},${usd},${after},${quoteCell(cited)}`
}

function formatText(text: string): string {
  return text === '' ? '' : quoteCell(neutraliseText(text))
}

const letters: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The cells of a line of COPY's text format with commas. */
function splitCopied(line: string): string[] {
  const cells = line.match(/(?<=^|,)(?:[^,\\]|\\.)*/g) ?? []
  return cells.map((cell) => cell.replaceAll(/\\(.)/g, (_, letter: string) => letters[letter] ?? letter))
}
