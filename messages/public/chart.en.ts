import type { ChartChoice } from '@/domain/chart/chart-choice'
import type { EventKind } from '@/domain/chart/chart-event'
import type { Scale } from '@/domain/format-number'
import type { Frequency } from '@/domain/period'
import { type ComputedMessages, computedEn } from './computed.en'

/** Words around charts and numbers. `{name}` marks a place to be filled; all are plain text, so that a browser part can be handed them. */
export type ChartMessages = {
  /** `{year}`, `{month}` by name, `{m}` and `{day}` by number. */
  period: { year: string; yearEnd: string; month: string; day: string; ytd: string; ytdJanuary: string; span: string }
  months: readonly string[]
  /** What follows a number; `{n}` is the number. */
  amount: Record<Scale, string>
  /** What an axis or a column counts in. */
  scale: Record<Scale, string>
  frequency: Record<Frequency, string>
  noFigure: string
  estimate: string
  /** How one point is told: `{series}`, `{period}`, `{amount}`. */
  point: string
  summary: {
    line: string
    stacked: string
    bars: string
    series: string
    single: string
    lowestAndHighest: string
    oneBreak: string
    breaks: string
    estimates: string
  }
  notes: {
    breaks: string
    estimates: string
    cutAxis: string
    leftOutOne: string
    leftOut: string
    sameAxes: string
    stacked: string
    incompleteOne: string
    incomplete: string
    claimedBy: string
  }
  choice: Record<ChartChoice['kind'], string>
  computed: ComputedMessages
  /** What happened, beside the figures: `{count}`, `{date}` and `{name}`. */
  events: {
    choose: string
    lane: Record<EventKind, string>
    count: Record<EventKind, string>
    line: string
    outside: string
    spans: string
    noAxis: string
    more: string
  }
  /** Marks of a pinned page on what differs in the current edition. */
  drift: {
    changed: string
    gone: string
    /** `{value}`. */
    now: string
    /** `{point}`, told as {@link ChartMessages.point}. */
    point: string
    oneRinged: string
    ringed: string
  }
  /** The title of stacked parts: `{total}`. */
  inParts: string
  otherFrequencies: string
  /** `{frequency}` and `{count}`. */
  frequencyLink: string
  legend: string
  /** The record's own notes on what is drawn. */
  remarks: string
  explore: string
  listSeparator: string
  sentenceEnd: string
}

export const chartEn: ChartMessages = {
  period: {
    year: '{year}',
    yearEnd: 'end {year}',
    month: '{month} {year}',
    day: '{day} {month} {year}',
    ytd: 'Jan–{month} {year}',
    ytdJanuary: 'Jan {year}',
    span: '{from} to {to}',
  },
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  amount: {
    trillion: '{n} trillion yuan',
    billion: '{n} billion yuan',
    million: '{n} million yuan',
    'wan-yi': '{n} trillion yuan',
    yi: '{n} × 100 million yuan',
    wan: '{n} × 10,000 yuan',
    percent: '{n}%',
    years: '{n} years',
  },
  scale: {
    trillion: 'trillion yuan',
    billion: 'billion yuan',
    million: 'million yuan',
    'wan-yi': 'trillion yuan',
    yi: '100 million yuan',
    wan: '10,000 yuan',
    percent: 'percent',
    years: 'years',
  },
  frequency: { A: 'by year', M: 'by month', YTD: 'running totals from January', I: 'at a date' },
  noFigure: 'no figure',
  estimate: 'estimate',
  point: '{series}, {period}: {amount}',
  summary: {
    line: 'Line chart in {scale}, {from} to {to}',
    stacked: 'Stacked bars in {scale}, {from} to {to}',
    bars: 'Bar chart in {scale}, {from} to {to}',
    series: '{series}: {first} ({firstPeriod}), then {last} ({lastPeriod})',
    single: '{series}: {first} ({firstPeriod})',
    lowestAndHighest: 'lowest {lowest} ({lowestPeriod}), highest {highest} ({highestPeriod})',
    oneBreak: 'one gap',
    breaks: '{count} gaps',
    estimates: 'estimates',
  },
  notes: {
    breaks: 'Gaps are periods for which the record has no figure.',
    estimates: 'What is hollow or dotted is an estimate, not an official figure.',
    cutAxis: 'The axis does not start at zero.',
    leftOutOne: 'One figure covers a span of its own and is in the table only.',
    leftOut: '{count} figures cover spans of their own and are in the table only.',
    stacked: 'The parts of a period stand on each other and make up the whole.',
    incompleteOne: 'One period lacks a part and has no bar; what is there of it stands in the table.',
    incomplete: '{count} periods lack a part and have no bar; what is there of them stands in the table.',
    sameAxes: 'All strips share the same axes.',
    claimedBy: 'As stated by {claimant}.',
  },
  choice: {
    'no-figures': 'There is no figure to draw in this view.',
    'too-many-indicators': 'This view holds more than one indicator. Choose one to see a chart.',
    'too-many-areas': 'This view holds {count} places. Choose up to {most} to see them over time.',
    'too-many-series':
      'This view holds {count} series. Choose fewer places or one claimant: a chart over time shows up to {most}.',
    'too-many-points': 'This view holds {count} figures. Choose a shorter time: a chart over time shows up to {most}.',
    'mixed-frequencies': 'Months, years and running totals do not share an axis. Choose one frequency to see a chart.',
    'parts-of-many':
      'The parts of one whole are stacked for one place and one claimant, in official figures. Choose one of each, at month or year ends.',
    'no-whole': 'There is no period for which all parts are in the record.',
    'not-measurable': '{measure} cannot be computed for this indicator. {needs}',
    'nothing-computed': '{measure} can be computed for no figure of this view. {needs}',
    'only-cumulative': 'All figures here run from January on. Choose the running totals to see them drawn.',
  },
  computed: computedEn,
  drift: {
    changed: 'changed since',
    gone: 'gone since',
    now: 'now {value}',
    point: '{point} (differs today)',
    oneRinged:
      'Ringed in red: one figure that differs in the current edition. Its page says what it is now, why, and who changed it.',
    ringed:
      'Ringed in red: {count} figures that differ in the current edition. Their pages say what they are now, why, and who changed them.',
  },
  events: {
    choose: 'On the time axis',
    lane: { documents: 'Documents', mentions: 'Mentions', 'task-forces': 'Task forces' },
    count: {
      documents: 'Documents on this axis: {count}',
      mentions: 'Mentions of the phrase on this axis: {count}',
      'task-forces': 'Task forces on this axis: {count}',
    },
    line: '{date}: {name}',
    outside: 'Before or after this axis: {count}.',
    spans:
      'A bar is a date known only to the month or year; an arrow points back from the latest day something can have been.',
    noAxis: 'Events are marked on a time axis: look at the figures over time to see them.',
    more: 'And {count} more.',
  },
  inParts: '{total}, in parts',
  otherFrequencies: 'Also in this view:',
  frequencyLink: '{frequency} ({count})',
  legend: 'Series',
  remarks: 'Notes of the record on these figures',
  explore: 'Chart. Arrow keys go from figure to figure, Enter opens one.',
  listSeparator: ', ',
  sentenceEnd: '. ',
}
