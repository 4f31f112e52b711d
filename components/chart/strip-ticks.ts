import type { TimeTick } from '@/domain/chart/chart-axis'

/** The marks a strip beside others has room to name: of ends of years, whose names are long, only the first and the last. */
export function listStripTicks(ticks: readonly TimeTick[]): TimeTick[] {
  const ends = ticks.filter(({ precision }) => precision === 'yearEnd')
  if (ends.length < 3) return ticks.map((tick) => ({ ...tick }))
  return ticks
    .filter((_, index) => index === 0 || index === ticks.length - 1)
    .map((tick) => ({ ...tick, minor: false }))
}
