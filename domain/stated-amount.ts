import type { Unit } from './indicator'
import { formatTypedText } from './typed-value'

/** The unit a figure was stated in; `plain` where it states none and means the indicator's own. */
export type StatedUnit =
  | 'plain'
  | 'wan-yi'
  | 'yi'
  | 'wan'
  | 'yuan'
  | 'trillion'
  | 'billion'
  | 'million'
  | 'percent'
  | 'years'

const MONEY: readonly [pattern: RegExp, unit: StatedUnit, power: number][] = [
  [/^万亿元?$/, 'wan-yi', 12],
  [/^亿元?$/, 'yi', 8],
  [/^万元?$/, 'wan', 4],
  [/^元$/, 'yuan', 0],
  [/^(trillion|tn)$/i, 'trillion', 12],
  [/^(billion|bn)$/i, 'billion', 9],
  [/^(million|mn)$/i, 'million', 6],
]
const AMOUNT = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(\D*)$/

export type StatedAmount = { ok: true; value: string; stated: StatedUnit } | { ok: false; error: 'decimal' | 'unit' }

/**
 * A figure as a spreadsheet or the ministry's text states it, in the unit of its indicator, exact: with CNY and 8,
 * `426098亿元`, `426,098` and `42.6098万亿元` are 426098. Thousands may be parted by commas, digits be full-width.
 */
export function parseStatedAmount(text: string, unit: Unit, unitMult: number): StatedAmount {
  const plain = formatTypedText(text).replace(/^[\u2010-\u2013\u2212]/, '-')
  const [, sign = '', whole, fraction = '', words = ''] = AMOUNT.exec(plain) ?? []
  if (whole === undefined) return { ok: false, error: 'decimal' }
  const digits = whole.replaceAll(',', '')
  const said = words.trim()
  const mark = sign === '-' ? '-' : ''
  if (said === '') return { ok: true, value: shift(mark, digits, fraction, 0, true), stated: 'plain' }
  if (unit === 'percent' && /^(%|percent|个百分点)$/.test(said))
    return { ok: true, value: shift(mark, digits, fraction, 0, true), stated: 'percent' }
  if (unit === 'years' && /^(年|years?)$/.test(said))
    return { ok: true, value: shift(mark, digits, fraction, 0, true), stated: 'years' }
  const money = unit === 'CNY' ? MONEY.find(([pattern]) => pattern.test(said.replace(/^人民币|\s/g, ''))) : undefined
  if (!money) return { ok: false, error: 'unit' }
  const [, stated, power] = money
  return { ok: true, value: shift(mark, digits, fraction, power - unitMult, power === unitMult), stated }
}

/** Moves the point by `places`; digits as they were stated are kept where it stays (`12.50`). */
function shift(sign: string, whole: string, fraction: string, places: number, kept: boolean): string {
  const padded = places < 0 ? whole.padStart(1 - places, '0') : whole
  const all = padded + fraction.padEnd(Math.max(places, 0), '0')
  const point = padded.length + places
  const front = all.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const back = kept ? all.slice(point) : all.slice(point).replace(/0+$/, '')
  const value = back === '' ? front : `${front}.${back}`
  return sign === '-' && /[1-9]/.test(value) ? `-${value}` : value
}

/** The cells of a block copied from a spreadsheet, line by line. */
export function parseBlock(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}
