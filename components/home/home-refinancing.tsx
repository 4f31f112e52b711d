import { fillTemplate } from '@/components/chart/chart-words'
import { IssuanceColumns } from '@/components/place/issuance-columns'
import { IssuanceTable } from '@/components/place/issuance-table'
import { getFigureText, getPeriodText } from '@/components/place/place-words'
import type { RecordLike } from '@/components/record/record-like'
import type { Reading } from '@/components/view/reading'
import { describeIssuanceColumns } from '@/domain/issuance-columns'
import { type Issuance, listIssuance, NATION } from '@/domain/place-figures'
import { Part } from './home-part'

/** Borrowing new to repay old: new and refinancing bonds of each month, the share below, and the years by themselves. */
export function HomeRefinancing({ reading, rows }: { reading: Reading; rows: readonly RecordLike[] }) {
  const { words } = reading
  const issuance = listIssuance(rows, NATION).filter(({ percent }) => percent !== null)
  const years = issuance.filter(({ frequency }) => frequency === 'A')
  const months = issuance.filter(({ frequency }) => frequency === 'M')
  const columns = describeIssuanceColumns(months)
  const [year] = years
  if (!year) return null
  return (
    <Part
      reading={reading}
      id="refinancing"
      title={words.home.refinancingTitle}
      finding={describeYear(reading, year)}
      notes={[...describeMonth(reading, months[0]), words.home.refinancingFormula]}
      rows={issuance.flatMap(({ fresh, refi, total }) => [fresh, refi, total]).filter((row) => row !== null)}
      all={{ page: 'debt', view: { indicator: ['lgb_issue_new', 'lgb_issue_refi'], area: [NATION] } }}
    >
      {columns && <IssuanceColumns reading={reading} columns={columns} id="home-issuance" />}
      <h3>{words.home.byYear}</h3>
      <IssuanceTable reading={reading} issuance={years} caption={words.home.byYear} />
      <details className="unfold">
        <summary>{words.place.issuanceTable}</summary>
        <IssuanceTable reading={reading} issuance={months} caption={words.place.issuanceTable} />
      </details>
    </Part>
  )
}

function describeYear(reading: Reading, { refi, total, percent }: Issuance): string {
  return fillTemplate(reading.words.home.refinancing, {
    period: refi ? getPeriodText(reading, refi) : '',
    share: percent ?? '',
    refi: refi ? getFigureText(reading, refi) : '',
    total: total ? getFigureText(reading, total) : '',
  })
}

function describeMonth(reading: Reading, month: Issuance | undefined): string[] {
  if (!month?.refi) return []
  const values = { period: getPeriodText(reading, month.refi), share: month.percent ?? '' }
  return [fillTemplate(reading.words.home.refinancingMonth, values)]
}
