import type { ComputedMeasure } from '@/domain/computed-measure'

/** Words for what is computed from published figures; it is always named as computed. */
export type ComputedMessages = {
  /** What the links that choose a measure are called together, and the one that chooses none. */
  choose: string
  none: string
  name: Record<ComputedMeasure, string>
  formula: Record<ComputedMeasure, string>
  needs: Record<ComputedMeasure, string>
  /** `{measure}` and `{indicator}`. */
  title: string
  /** The head of a table's column: `{measure}`. */
  column: string
  /** `{of}` and `{against}`, both links. */
  from: Record<ComputedMeasure, string>
  missingOne: string
  /** `{count}`. */
  missing: string
  withIndicator: string
  meaning: string
  percentMeaning: string
  fromMeaning: string
}

export const computedEn: ComputedMessages = {
  choose: 'Computed from the figures',
  none: 'As published',
  name: {
    share: 'Share of the national total',
    change: 'Change on a year before',
    use: 'Use of the limit',
    refinancing: 'Refinancing share',
  },
  formula: {
    share:
      'Computed: the figure ÷ the figure of the whole nation for the same indicator, period and claimant, in percent.',
    change: 'Computed: (the figure − the same a year before) ÷ the same a year before, in percent.',
    use: 'Computed: the balance at the end of a year ÷ the limit of that year, of the same place and claimant, in percent.',
    refinancing:
      'Computed: refinancing bonds issued ÷ all bonds issued, of the same place, period and claimant, in percent.',
  },
  needs: {
    share: 'It needs an amount in yuan of a place, and that of the whole nation for the same period.',
    change: 'It needs an amount in yuan, and the same a year before.',
    use: 'It needs a debt balance at the end of a year and the limit of that year.',
    refinancing: 'It needs refinancing bonds and all bonds issued in the same period.',
  },
  title: '{measure}: {indicator}',
  column: '{measure} (computed)',
  from: {
    share: '{of} ÷ {against}',
    change: '{of} after {against}',
    use: '{of} ÷ {against}',
    refinancing: '{of} ÷ {against}',
  },
  missingOne: 'One figure of this view has no such value: what it would be set against is not in the record.',
  missing: '{count} figures of this view have no such value: what they would be set against is not in the record.',
  withIndicator: 'It can be computed for:',
  meaning: 'What is computed, not published',
  percentMeaning: 'Computed value in percent, rounded to two decimals',
  fromMeaning: 'The stored figures it is computed from, by ID: the first is set against the second',
}
