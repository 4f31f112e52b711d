import type { ReactNode } from 'react'
import { ChartFigure } from '@/components/chart/chart-figure'
import { toFigureChart } from '@/components/chart/figure-chart'
import { AreaFindings } from '@/components/record/area-findings'
import { getColumns } from '@/components/record/record-columns'
import type { RecordLike } from '@/components/record/record-like'
import { DataTable } from '@/components/view/data-table'
import { getLabel, type Reading } from '@/components/view/reading'
import { getLabels } from '@/db/get-labels'
import { listAll } from '@/db/list-all'
import { listArea } from '@/db/list-area'
import type { PageRequest } from './page-request'

type AreaExtrasProps = { request: PageRequest; reading: Reading; record: RecordLike }

/** One place: what it owes and may owe, where it stands among its like, and what was said there and below. */
export async function drawArea({ request, reading, record }: AreaExtrasProps): Promise<ReactNode> {
  const { edition } = request.edition
  const all = await listAll('area', edition)
  const peerIds = all.filter(({ fields }) => fields.kind === record.fields.kind).map(({ id }) => id)
  const area = await listArea(record.id, edition, record.fields.kind === 'country' ? [] : peerIds)
  const { balances, limits, bonds, mentions, taskForces, peers } = area
  const labels = await getLabels(edition, [...balances, ...limits, ...bonds, ...mentions, ...taskForces, ...peers])
  const named = {
    ...reading,
    labels: { ...reading.labels, ...labels, area: { ...reading.labels.area, ...labels.area } },
  }
  const chart = balances.length > 1 ? toFigureChart(named, [...balances].reverse()) : null
  const { words } = named
  return (
    <>
      <AreaFindings reading={named} id={record.id} area={area} />
      {chart?.ok && (
        <section className="my-6">
          <ChartFigure
            chart={chart.chart}
            title={getLabel(named, 'indicator', String(balances[0]?.fields.indicator)).text}
            worded={{ lang: named.language, words: words.chart }}
            id="area-balance"
          />
        </section>
      )}
      {taskForces.length > 0 && (
        <Said reading={named} noun="task-force" title={words.area.taskForces} rows={taskForces} />
      )}
      {mentions.length > 0 && <Said reading={named} noun="mention" title={words.area.mentions} rows={mentions} />}
    </>
  )
}

type SaidProps = { reading: Reading; noun: 'mention' | 'task-force'; title: string; rows: readonly RecordLike[] }

function Said({ reading, noun, title, rows }: SaidProps) {
  return (
    <section>
      <h2>{title}</h2>
      <DataTable caption={title} columns={getColumns(noun, reading)} rows={rows} words={reading.words} />
    </section>
  )
}
