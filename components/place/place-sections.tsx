import Link from 'next/link'
import type { ReactNode } from 'react'
import { ChartFigure } from '@/components/chart/chart-figure'
import { getColumns } from '@/components/record/record-columns'
import type { RecordLike } from '@/components/record/record-like'
import { DataTable } from '@/components/view/data-table'
import { hrefTo, type Reading } from '@/components/view/reading'
import { describeIssuanceColumns } from '@/domain/issuance-columns'
import { chooseLongestScope, chooseUseScope, listBalances, listIssuance, NATION } from '@/domain/place-figures'
import { IssuanceColumns } from './issuance-columns'
import { IssuanceTable } from './issuance-table'
import { toDebtChart, toUseChart } from './place-charts'
import type { FoundPlace } from './place-findings'
import { fillPlaceWords, getPlaceName } from './place-words'
import { ScopeTable } from './scope-table'

type SectionProps = { id: string; title: string; children: ReactNode }

export function PlaceSection({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="place-section">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

type PlaceProps = { reading: Reading; place: FoundPlace }

/** Balance and limit over time in one chart, and the use of the limit beside the nation's in another. */
export function PlaceDebt({ reading, place: { figures, area } }: PlaceProps) {
  const { words, language } = reading
  const scope = chooseLongestScope(figures, [area.id])
  const worded = { lang: language, words: words.chart }
  const debt = scope && toDebtChart(reading, figures, area.id, scope)
  if (!scope || !debt) {
    return (
      <PlaceSection id="debt" title={words.place.debtTitle}>
        <p className="empty">{words.place.debtNone}</p>
      </PlaceSection>
    )
  }
  const hasLimit = debt.series.length > 1
  const lines = [{ id: area.id, name: getPlaceName(reading, area.id) }]
  if (area.id !== NATION) lines.push({ id: NATION, name: words.place.nation })
  const useScope = chooseUseScope(figures, area.id)
  const use = useScope && toUseChart(reading, figures, lines, useScope)
  const name = words.place.scopeNames[scope]
  return (
    <>
      <PlaceSection id="debt" title={words.place.debtTitle}>
        <ChartFigure
          chart={debt}
          title={fillPlaceWords(reading, hasLimit ? 'debtChart' : 'balanceChart', { scope: name })}
          worded={worded}
          id="area-balance"
        />
        <OtherScopes reading={reading} place={{ figures, area, peers: [] }} />
      </PlaceSection>
      <PlaceSection id="use" title={words.place.useTitle}>
        {use ? (
          <ChartFigure
            chart={use}
            title={fillPlaceWords(reading, 'useChart', { scope: words.place.scopeNames[useScope] })}
            worded={worded}
            id="area-use"
          />
        ) : (
          <p className="empty">{words.place.useNone}</p>
        )}
      </PlaceSection>
    </>
  )
}

/** The newest balance and limit of the whole debt and of its two kinds. */
function OtherScopes({ reading, place: { figures, area } }: PlaceProps) {
  const scopes = (['total', 'general', 'special'] as const).filter(
    (scope) => listBalances(figures, area.id, scope).length > 0,
  )
  if (scopes.length < 2) return null
  return <ScopeTable reading={reading} figures={figures} area={area.id} scopes={scopes} />
}

/** Bonds issued: columns by month where there are enough months, and a table of every other period. */
export function PlaceIssuance({ reading, place: { figures, area } }: PlaceProps) {
  const { words } = reading
  const issuance = listIssuance(figures, area.id)
  const columns = describeIssuanceColumns(issuance)
  const kind = area.fields.kind
  const none = kind === 'prefecture' || kind === 'county' ? words.place.issuanceNone : words.place.issuanceNoneOther
  const months = issuance.filter(({ frequency }) => frequency === 'M')
  const others = columns ? issuance.filter(({ frequency }) => frequency === 'A') : issuance
  return (
    <PlaceSection id="issuance" title={words.place.issuanceTitle}>
      {issuance.length === 0 && <p className="empty">{none}</p>}
      {columns && <IssuanceColumns reading={reading} columns={columns} id="area-issuance" />}
      {others.length > 0 && (
        <IssuanceTable
          reading={reading}
          issuance={others}
          caption={columns ? words.place.issuanceYears : words.place.issuanceCaption}
        />
      )}
      {columns && (
        <details className="unfold">
          <summary>{words.place.issuanceTable}</summary>
          <IssuanceTable reading={reading} issuance={months} caption={words.place.issuanceTable} />
        </details>
      )}
    </PlaceSection>
  )
}

type SaidProps = { reading: Reading; id: string; mentions: readonly RecordLike[]; taskForces: readonly RecordLike[] }

/** Task forces and mentions of a place and of what lies below it. */
export function PlaceSaid({ reading, id, mentions, taskForces }: SaidProps) {
  const { words } = reading
  return (
    <PlaceSection id="said" title={words.place.saidTitle}>
      {mentions.length + taskForces.length === 0 && <p className="empty">{words.place.saidNone}</p>}
      {taskForces.length > 0 && (
        <>
          <h3>{words.place.taskForces}</h3>
          <SaidTable reading={reading} noun="task-force" title={words.place.taskForces} rows={taskForces} />
        </>
      )}
      {mentions.length > 0 && (
        <>
          <h3>{words.place.mentions}</h3>
          <SaidTable reading={reading} noun="mention" title={words.place.mentions} rows={mentions} />
          <p className="text-sm">
            <Link href={hrefTo(reading, 'mentions', { view: { area: [id] } })} prefetch={false} className="py-1">
              {words.place.moreMentions}
            </Link>
          </p>
        </>
      )}
    </PlaceSection>
  )
}

type SaidTableProps = {
  reading: Reading
  noun: 'mention' | 'task-force'
  title: string
  rows: readonly RecordLike[]
}

function SaidTable({ reading, noun, title, rows }: SaidTableProps) {
  return <DataTable caption={title} columns={getColumns(noun, reading)} rows={rows} words={reading.words} />
}
