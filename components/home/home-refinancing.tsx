import { fillTemplate } from '@/components/chart/chart-words'
import { StackedBars, type StackedRow } from '@/components/chart/stacked-bars'
import { getCompactText } from '@/components/record/amount'
import { formatPeriodCode } from '@/components/record/dates'
import type { RecordLike } from '@/components/record/record-like'
import { getLabel, type Reading } from '@/components/view/reading'
import { getPercent } from '@/domain/decimal'
import type { Frequency } from '@/domain/period'
import { Part } from './home-part'

const MONTHS_SHOWN = 12

/** Borrowing new to repay old: new and refinancing bonds of each year and of the latest months, with the share. */
export function HomeRefinancing({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  const stacked = toStackedRows(rows)
  const years = stacked.filter(({ frequency }) => frequency === 'A')
  const [year] = years
  if (!year) return null
  const total = rows.find(({ fields }) => fields.indicator === 'lgb_issue_total' && fields.period === year.period)
  const finding = fillTemplate(words.home.refinancing, {
    period: formatPeriodCode(words, year.period, year.frequency),
    share: year.share,
    refi: getAmount(reading, year.second),
    total: total ? getAmount(reading, total) : '–',
  })
  const months = stacked.filter(({ frequency }) => frequency === 'M').slice(0, MONTHS_SHOWN)
  const names = {
    first: getLabel(reading, 'indicator', 'lgb_issue_new').text,
    second: getLabel(reading, 'indicator', 'lgb_issue_refi').text,
    share: words.home.share,
  }
  const view = { indicator: ['lgb_issue_new', 'lgb_issue_refi'], area: ['CN'] }
  return (
    <Part
      reading={reading}
      id="refinancing"
      title={words.home.refinancingTitle}
      lede={finding}
      all={{ page: 'debt', view }}
    >
      <StackedBars reading={reading} rows={years} names={names} caption={words.home.refinancingYears} />
      <StackedBars reading={reading} rows={months} names={names} caption={words.home.refinancingMonths} />
      <p className="mt-2 text-sm text-muted">{words.home.refinancingFormula}</p>
    </Part>
  )
}

/** Periods for which both parts are published, newest first, with the share of refinancing in the published total. */
function toStackedRows(rows: readonly RecordLike[]): StackedRow[] {
  const find = (indicator: string, like: RecordLike) =>
    rows.find(
      ({ fields }) =>
        fields.indicator === indicator &&
        fields.period === like.fields.period &&
        fields.frequency === like.fields.frequency,
    )
  return rows.flatMap((first) => {
    if (first.fields.indicator !== 'lgb_issue_new') return []
    const second = find('lgb_issue_refi', first)
    const total = find('lgb_issue_total', first)
    const share = second && total ? getPercent(String(second.fields.value), String(total.fields.value)) : null
    if (!second || share === null) return []
    return [
      { period: String(first.fields.period), frequency: first.fields.frequency as Frequency, first, second, share },
    ]
  })
}

function getAmount(reading: Reading, { fields }: RecordLike): string {
  return getCompactText(reading, String(fields.value), reading.labels.indicator?.[String(fields.indicator)] ?? {})
}
