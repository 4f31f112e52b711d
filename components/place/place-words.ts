import { fillTemplate } from '@/components/chart/chart-words'
import { getCompactText } from '@/components/record/amount'
import { formatPeriodCode } from '@/components/record/dates'
import { getLabel, type Reading } from '@/components/view/reading'
import type { Frequency } from '@/domain/period'
import type { DebtScope, PlaceFigure } from '@/domain/place-figures'

/** A figure in words: `1.94 trillion yuan`. */
export function getFigureText(reading: Reading, { fields }: PlaceFigure): string {
  const indicator = reading.labels.indicator?.[String(fields.indicator)]
  return indicator && fields.value !== undefined
    ? getCompactText(reading, String(fields.value), indicator)
    : reading.words.chart.noFigure
}

export function getPeriodText(reading: Reading, { fields }: PlaceFigure): string {
  return formatPeriodCode(reading.words, String(fields.period), fields.frequency as Frequency)
}

export function getPlaceName(reading: Reading, id: string): string {
  return getLabel(reading, 'area', id).text
}

/** What a scope of debt is called as an indicator, in the words of the record. */
export function getBalanceName(reading: Reading, scope: DebtScope): string {
  return getLabel(reading, 'indicator', `lgd_balance_${scope}`).text
}

/** The words of places, filled in. */
export function fillPlaceWords(
  { words }: Reading,
  key: keyof Omit<Reading['words']['place'], 'scopeNames' | 'scopesInText' | 'parts'>,
  values: { [name: string]: string | number },
): string {
  return fillTemplate(words.place[key], values)
}
