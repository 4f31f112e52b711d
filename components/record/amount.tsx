import { fillTemplate } from '@/components/chart/chart-words'
import type { Reading } from '@/components/view/reading'
import type { AnyFields } from '@/domain/field'
import { formatCompact, groupDigits, isScaleOf } from '@/domain/format-number'
import type { Unit } from '@/domain/indicator'

/** The unit figures of an indicator are kept in: `CNY 100 million (亿元)`. */
export function getUnitText(reading: Reading, indicator: AnyFields | undefined): string {
  const { units } = reading.words
  const key = `${String(indicator?.unit)} ${String(indicator?.unitMult)}`
  const known: Record<string, string> = units
  const names: Record<string, string> = reading.words.codes['indicator.unit']
  const unit = String(indicator?.unit ?? '')
  return known[key] ?? fillTemplate(units.plain, { unit: names[unit] ?? unit, mult: String(indicator?.unitMult ?? 0) })
}

/** The figure in words: `42.6 trillion yuan`. */
export function getCompactText(reading: Reading, value: string, indicator: AnyFields): string {
  const { number, scale } = formatCompact(value, indicator.unit as Unit, Number(indicator.unitMult), reading.language)
  return fillTemplate(reading.words.chart.amount[scale], { n: number })
}

type AmountProps = { reading: Reading; fields: AnyFields; unit?: string }

/** A figure as published, with its unit where no column names it, and below it in words; where there is none, why. */
export function Amount({ reading, fields, unit }: AmountProps) {
  const indicator = reading.labels.indicator?.[String(fields.indicator)]
  const { value } = fields
  if (value === undefined) {
    const statuses: Record<string, string> = reading.words.codes['observation.status']
    return <span className="text-muted">{statuses[String(fields.status)]}</span>
  }
  return (
    <>
      <span className="tabular-nums">{groupDigits(String(value))}</span>
      {unit !== undefined && <small className="ms-1 text-muted">{unit}</small>}
      {indicator?.unit === 'CNY' && !isKeptIn(reading, String(value), indicator) && (
        <small className="block text-muted">{getCompactText(reading, String(value), indicator)}</small>
      )}
    </>
  )
}

/** Chinese counts in 亿 as the record does: 1,862 would say no more as 1,862亿元. */
function isKeptIn({ language }: Reading, value: string, { unit, unitMult }: AnyFields): boolean {
  return isScaleOf(formatCompact(value, unit as Unit, Number(unitMult), language).scale, Number(unitMult))
}
