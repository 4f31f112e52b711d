import type { Language } from './field'
import type { Unit } from './indicator'

/**
 * The words a number is followed by. Money is counted in steps of a thousand in English (million, billion, trillion
 * yuan) and of ten thousand in Chinese (万, 亿, 万亿 yuan); the other scales are units of their own.
 */
export type Scale = 'trillion' | 'billion' | 'million' | 'wan-yi' | 'yi' | 'wan' | 'percent' | 'years'

/** A number as text, ready to be read, and the scale it is told in; the words for the scale are in the messages. */
export type Amount = { number: string; scale: Scale }

type MoneyScale = Exclude<Scale, 'percent' | 'years'>

const POWERS: Record<MoneyScale, number> = { trillion: 12, billion: 9, million: 6, 'wan-yi': 12, yi: 8, wan: 4 }
const SCALES: Record<Language, readonly MoneyScale[]> = {
  en: ['trillion', 'billion', 'million'],
  zh: ['wan-yi', 'yi', 'wan'],
}
const SMALLEST: Record<Language, MoneyScale> = { en: 'million', zh: 'wan' }
const TABLE_SCALE: Record<Language, MoneyScale> = { en: 'billion', zh: 'yi' }
const SIGNIFICANT = 3

/** A stored decimal with every digit, in the scale of an axis whose largest tick is given: both are read together. */
export function formatAtAxis(value: string, largest: string, unit: Unit, unitMult: number, lang: Language): Amount {
  const scale = getScale(largest, unit, unitMult, lang)
  return { number: groupDigits(toScale(value, unitMult, scale)), scale }
}

/**
 * A stored decimal for a label: in the largest scale in which it is at least 1, rounded half away from zero to three
 * significant digits (whole digits are never rounded away). `581453` CNY, 8 → `58.1` trillion, `58.1` 万亿.
 */
export function formatCompact(value: string, unit: Unit, unitMult: number, lang: Language): Amount {
  const scale = getScale(value, unit, unitMult, lang)
  const scaled = toScale(value, unitMult, scale)
  if (unit !== 'CNY') return { number: groupDigits(scaled), scale }
  const whole = splitDecimal(scaled).whole.replace(/^0+/, '').length
  return { number: groupDigits(trimDecimal(roundDecimal(scaled, Math.max(0, SIGNIFICANT - whole)))), scale }
}

/** Tick labels for one axis: one scale for all, chosen by the largest, and the same number of decimals but for 0. */
export function formatTicks(
  ticks: readonly string[],
  unit: Unit,
  unitMult: number,
  lang: Language,
): { numbers: string[]; scale: Scale } {
  const largest = ticks.reduce((most, tick) => (Math.abs(Number(tick)) > Math.abs(Number(most)) ? tick : most), '0')
  const scale = getScale(largest, unit, unitMult, lang)
  const scaled = ticks.map((tick) => trimDecimal(toScale(tick, unitMult, scale)))
  const decimals = Math.max(0, ...scaled.map((tick) => splitDecimal(tick).fraction.length))
  return { numbers: scaled.map((tick) => (tick === '0' ? tick : groupDigits(roundDecimal(tick, decimals)))), scale }
}

function getScale(value: string, unit: Unit, unitMult: number, lang: Language): Scale {
  if (unit !== 'CNY') return unit
  const { whole, fraction } = splitDecimal(value)
  const first = `${whole}${fraction}`.search(/[1-9]/)
  if (first < 0) return TABLE_SCALE[lang]
  const power = whole.length - 1 - first + unitMult
  return SCALES[lang].find((scale) => power >= POWERS[scale]) ?? SMALLEST[lang]
}

/** Whether figures stored at `unitMult` are counted in this very scale. */
export function isScaleOf(scale: Scale, unitMult: number): boolean {
  return scale !== 'percent' && scale !== 'years' && POWERS[scale] === unitMult
}

/** A decimal stored at `unitMult` in a scale of money, exactly; other units as they are. */
function toScale(value: string, unitMult: number, scale: Scale): string {
  return scale === 'percent' || scale === 'years' ? value : shiftDecimal(value, unitMult - POWERS[scale])
}

/** A decimal times ten to the power of `places`, by moving the point: no digit is lost or made up. */
export function shiftDecimal(value: string, places: number): string {
  const { sign, whole, fraction } = splitDecimal(value)
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`
  const point = Math.max(0, -places) + whole.length + places
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  const right = digits.slice(point, point + Math.max(0, fraction.length - places))
  return `${sign}${left}${right && `.${right}`}`
}

/** A decimal with exactly that many digits after the point, rounded half away from zero. */
export function roundDecimal(value: string, decimals: number): string {
  const { sign, whole, fraction } = splitDecimal(value)
  const padded = fraction.padEnd(decimals + 1, '0')
  const kept = BigInt(`${whole}${padded.slice(0, decimals)}`) + (padded.charAt(decimals) >= '5' ? 1n : 0n)
  const digits = String(kept).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return kept === 0n ? text : `${sign}${text}`
}

function trimDecimal(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}

function splitDecimal(value: string): { sign: string; whole: string; fraction: string } {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = value.slice(sign.length).split('.')
  return { sign, whole, fraction }
}

/** Thousands with commas, which both languages write so, and a true minus sign. */
export function groupDigits(value: string): string {
  const { sign, whole, fraction } = splitDecimal(value)
  return `${sign && '−'}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction && `.${fraction}`}`
}
