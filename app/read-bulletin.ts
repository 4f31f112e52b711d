import { getName, toReading } from '@/components/view/reading'
import { getCurrentEdition, rememberCurrentEdition } from '@/db/current-edition'
import { getRecords } from '@/db/get-record'
import { listAll } from '@/db/list-all'
import {
  type BulletinHead,
  type BulletinIndicator,
  bulletinColumns,
  listBulletinRows,
  listBulletinTests,
  toFigureKey,
} from '@/domain/bulletin'
import type { Language, Noun } from '@/domain/field'
import { formatFigureId } from '@/domain/identity'
import type { Unit } from '@/domain/indicator'
import { frequencies, parsePeriod } from '@/domain/period'
import { formatTypedPeriod } from '@/domain/typed-value'

/** What was said of a bulletin, as it came. */
export type AskedBulletin = { source: string; area: string; period: string; frequency: string }

/** The sheet of a bulletin, null where what it is about is not said well, and what may be chosen. */
export async function readBulletinSheet(asked: AskedBulletin, language: Language) {
  await rememberCurrentEdition()
  const edition = (await getCurrentEdition()).n
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0))
  const [sources, areas, indicators] = await Promise.all(
    (['source', 'area', 'indicator'] as const).map((noun) => listAll(noun, edition)),
  )
  const toChoice = (noun: Noun) => (record: { id: string; fields: Parameters<typeof getName>[2] }) => ({
    id: record.id,
    text: getName(noun, record.id, record.fields, reading).text,
  })
  const head = await readHead(asked, edition)
  const names = Object.fromEntries((indicators ?? []).map(toChoice('indicator')).map(({ id, text }) => [id, text]))
  const choices = { sources: (sources ?? []).map(toChoice('source')), areas: (areas ?? []).map(toChoice('area')) }
  return { ...choices, sheet: head && { head, names, ...(await readFigures(head, edition)) } }
}

/** What a bulletin is about, or null: a source and a place that are there, and a period of the frequency. */
export async function readHead(asked: AskedBulletin, edition: number): Promise<BulletinHead | null> {
  const frequency = frequencies.find((known) => known === asked.frequency)
  const period = formatTypedPeriod(asked.period)
  if (!frequency || !parsePeriod(period, frequency)) return null
  const [source, area] = [asked.source.trim(), asked.area.trim()]
  const [sources, areas] = await Promise.all([
    getRecords('source', [source], edition),
    getRecords('area', [area], edition),
  ])
  return sources.length === 1 && areas.length === 1 ? { source, area, period, frequency } : null
}

/** The lines of the sheet, their indicators, and the published values of every figure that stands in it or is tested with it. */
export async function readFigures(head: BulletinHead, edition: number) {
  const all = await listAll('indicator', edition)
  const indicators: BulletinIndicator[] = all.map(({ id, fields }) => ({
    id,
    unit: fields.unit as Unit,
    unitMult: Number(fields.unitMult),
    measure: String(fields.measure),
  }))
  const rows = listBulletinRows(indicators, head.frequency)
  const shown = rows.flatMap((row) => bulletinColumns.flatMap((column) => row[column] ?? []))
  const tested = listBulletinTests(head, rows).flatMap(({ total, parts }) => [total, ...parts])
  const ids = [...new Set([...shown.map((one) => formatFigureId(toFigureKey(head, one))), ...tested])]
  const figures = await getRecords('observation', ids, edition)
  const published = Object.fromEntries(
    figures.flatMap(({ id, fields }) => (fields.value === undefined ? [] : [[id, String(fields.value)]])),
  )
  const offered = new Set(shown)
  return { edition, rows, indicators: indicators.filter(({ id }) => offered.has(id)), published, figures }
}
