/** Exact arithmetic on decimals as text: no figure goes through binary floating point. */
type Scaled = { digits: bigint; scale: number }

function toScaled(value: string, scale: number): Scaled {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.')
  const digits = BigInt(whole + fraction.padEnd(scale, '0'))
  return { digits: value.startsWith('-') ? -digits : digits, scale }
}

export function countDecimals(value: string): number {
  return value.split('.')[1]?.length ?? 0
}

/** The first value minus all others, exact. */
export function subtractDecimals(value: string, others: readonly string[]): string {
  const scale = Math.max(...[value, ...others].map(countDecimals))
  const rest = others.reduce((sum, other) => sum - toScaled(other, scale).digits, toScaled(value, scale).digits)
  return formatScaled({ digits: rest, scale })
}

/** The sum of both, exact. */
export function addDecimals(a: string, b: string): string {
  return subtractDecimals(a, [subtractDecimals('0', [b])])
}

/** The value times a whole number, exact. */
export function multiplyDecimal(value: string, times: number): string {
  const { digits, scale } = toScaled(value, countDecimals(value))
  return formatScaled({ digits: digits * BigInt(times), scale })
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: string, b: string): number {
  const scale = Math.max(countDecimals(a), countDecimals(b))
  const difference = toScaled(a, scale).digits - toScaled(b, scale).digits
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The value without its sign. */
export function absDecimal(value: string): string {
  return value.replace('-', '')
}

/** `part` in percent of `total`, rounded to `decimals` half away from zero; null where the total is 0. */
export function getPercent(part: string, total: string, decimals = 1): string | null {
  const scale = Math.max(countDecimals(part), countDecimals(total))
  const whole = toScaled(total, scale).digits
  if (whole === 0n) return null
  const size = whole > 0n ? whole : -whole
  const doubled = toScaled(part, scale).digits * 200n * 10n ** BigInt(decimals) * (whole > 0n ? 1n : -1n)
  const steps = (doubled + (doubled < 0n ? -size : size)) / (2n * size)
  return formatScaled({ digits: steps, scale: decimals })
}

function formatScaled({ digits, scale }: Scaled): string {
  const sign = digits < 0n ? '-' : ''
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const fraction = scale === 0 ? '' : text.slice(-scale).replace(/0+$/, '')
  return `${sign}${scale === 0 ? text : text.slice(0, -scale)}${fraction && `.${fraction}`}`.replace(/^-0$/, '0')
}
