import { fillTemplate, type PeriodWords } from '@/components/chart/chart-words'
import { formatPeriodCode } from '@/components/record/dates'
import type { KnownFigure } from '@/domain/figure-series'
import { groupDigits } from '@/domain/format-number'
import type { Warning } from '@/domain/warning'
import type { WarningMessages } from '@/messages/desk/warning.en'

/** The words of warnings, plain, so that they can go to the browser. */
export type WarningWords = { words: WarningMessages; periods: PeriodWords }

/** A warning in words, with what it was compared with; `toName` is what an indicator or a source is called. */
export function describeWarning(
  warning: Warning,
  { words, periods }: WarningWords,
  toName: (noun: 'indicator' | 'source', id: string) => string,
): string {
  const tell = (template: string, { indicator, period, frequency, value }: KnownFigure) =>
    fillTemplate(template, {
      name: toName('indicator', indicator),
      period: formatPeriodCode({ chart: periods }, period, frequency),
      value: groupDigits(value),
    })
  switch (warning.code) {
    case 'language':
      return words.language
    case 'weak':
      return fillTemplate(words.weak, { source: toName('source', warning.source) })
    case 'identity':
      return fillTemplate(words.identity[warning.kind], {
        parts: warning.parts.map((part) => tell(words.figure, part)).join(' + '),
        total: tell(words.figure, warning.total),
        difference: groupDigits(warning.difference),
      })
    case 'far':
      return fillTemplate(words.far[`${warning.side}${warning.neighbours.length === 1 ? 'One' : 'Both'}`], {
        value: groupDigits(warning.value),
        neighbours: warning.neighbours.map((one) => tell(words.neighbour, one)).join(words.comma),
      })
  }
}

/** The words of each field's warnings, by the name of its input. */
export function describeWarnings(
  warnings: readonly Warning[],
  ...naming: [words: WarningWords, toName: Parameters<typeof describeWarning>[2]]
): { [name: string]: string[] } {
  const texts: { [name: string]: string[] } = {}
  for (const warning of warnings) {
    texts[warning.key] = [...(texts[warning.key] ?? []), describeWarning(warning, ...naming)]
  }
  return texts
}
