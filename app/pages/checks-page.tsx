import { fillTemplate } from '@/components/chart/chart-words'
import { ChecksTable } from '@/components/record/checks-table'
import { IdentityList } from '@/components/record/identity-list'
import { DataTitle } from '@/components/view/data-title'
import { FilterChips, FilterForm } from '@/components/view/filter-form'
import { Pagination, ROWS_PER_PAGE } from '@/components/view/pagination'
import { toReading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import { getRecords } from '@/db/get-record'
import { CHECKABLE_MOST, listCheckable } from '@/db/list-checkable'
import { evaluateFigures, identityIndicators, orderOutcomes } from '@/domain/identity'
import { getDefaultView, type View } from '@/domain/view'
import type { DrawnPage, PageRequest } from './page-request'
import { PinNotice } from './pin-notice'
import { listLabelled, readDrift } from './read-drift'

/** The figures that {@link listCheckable} lists, as views. */
const tested = [{ indicator: [...identityIndicators] }, { frequency: ['M', 'YTD'] as const }].map((view) => ({
  page: 'debt' as const,
  view: { ...getDefaultView('debt'), ...view },
}))

/** Every identity of the record with its tests, and the tests that differ, figure by figure. */
export async function drawChecks(request: PageRequest): Promise<DrawnPage | null> {
  const { address, edition, origin } = request
  if (address.id !== undefined) return null
  const view = address.view as View<'checks'>
  const figures = await listCheckable(edition.edition)
  const { outcomes, summaries } = evaluateFigures(figures)
  const asked = orderOutcomes(
    outcomes.filter(({ outcome }) => (view.outcome.length > 0 ? view.outcome.includes(outcome) : outcome !== 'passes')),
  )
  const shown = asked.slice((view.page - 1) * ROWS_PER_PAGE, view.page * ROWS_PER_PAGE)
  const records = await getRecords(
    'observation',
    shown.flatMap(({ total, parts }) => [total, ...parts]),
    edition.edition,
  )
  const indicators = summaries
    .flatMap(({ total, parts }) => [total, ...parts])
    .map((id) => ({ noun: 'indicator' as const, id }))
  const labels = await getLabels(edition.edition, records, indicators)
  const reading = toReading(address.language, edition, edition.at, labels)
  const pin = await readDrift(request, reading, () => ({ views: tested, beside: listLabelled(labels) }))
  const { words } = reading
  const { title, lede } = words.pages.checks
  const count = (outcome: (typeof outcomes)[number]['outcome']) =>
    outcomes.filter((one) => one.outcome === outcome).length.toLocaleString('en-US')
  const summary = fillTemplate(words.checks.summary, {
    tests: outcomes.length.toLocaleString('en-US'),
    figures: figures.length.toLocaleString('en-US'),
    passes: count('passes'),
    rounding: count('rounding'),
    fails: count('fails'),
  })
  return {
    title,
    description: lede + words.site.gap + summary,
    content: (
      <>
        <DataTitle
          reading={reading}
          address={address}
          origin={origin}
          title={title}
          lede={lede}
          description={summary}
        />
        <PinNotice request={request} pin={pin} />
        {figures.length === CHECKABLE_MOST && (
          <p className="notice">
            {fillTemplate(words.checks.partly, { most: CHECKABLE_MOST.toLocaleString('en-US') })}
          </p>
        )}
        <ChecksTable reading={reading} summaries={summaries} />
        <section aria-labelledby="outcomes">
          <h2 id="outcomes">{words.checks.outcomes}</h2>
          <FilterForm reading={reading} page="checks" view={view} choices={{}} />
          <FilterChips reading={reading} page="checks" view={view} />
          {shown.length > 0 ? (
            <IdentityList reading={reading} outcomes={shown} figures={records} isOfMany />
          ) : (
            <p>{words.checks.allPass}</p>
          )}
          <Pagination reading={reading} page="checks" view={view} total={asked.length} />
        </section>
      </>
    ),
  }
}
