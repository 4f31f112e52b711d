import Link from 'next/link'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import { getLevel } from '@/domain/chart/tile-level'
import { fillTemplate } from './chart-words'
import { type Comparison, describeClasses, getAmountText, getRowSign, listComparisonRemarks } from './comparison-words'
import { type Tile, TileMap } from './tile-map'

type ShadedMapProps = { reading: Reading; comparison: Comparison; title: string }

/** The provinces shaded by fifths, the limits of each below; where squares are too small for figures, these are listed. */
export function ShadedMap({ reading, comparison, title }: ShadedMapProps) {
  const { words } = reading
  const { rows, changed, isChosen } = comparison
  const remarks = listComparisonRemarks(comparison)
  const values = rows.map(({ fields }) => Number(fields.value))
  const tiles: Record<string, Tile> = Object.fromEntries(
    rows.map((row) => {
      const { id, fields } = row
      const text = getAmountText(reading, fields)
      const told = changed.has(id) ? fillTemplate(words.chart.drift.point, { point: text }) : text
      const level = getLevel(values, Number(fields.value))
      return [
        String(fields.area),
        { state: 'value', level, text: told, changed: changed.has(id), sign: getRowSign(remarks, row) },
      ]
    }),
  )
  return (
    <div className="shaded-map">
      <TileMap reading={reading} tiles={tiles} label={title} />
      <ul className="tile-key" aria-label={words.comparison.classes}>
        {describeClasses(reading, comparison).map(({ level, text }) => (
          <li key={level} data-level={level}>
            {text}
          </li>
        ))}
        <li data-state="none">{isChosen ? words.comparison.notShown : words.comparison.noFigure}</li>
      </ul>
      <ul className="map-values">
        {rows.map(({ id, fields }) => (
          <li key={id}>
            <span>{getLabel(reading, 'area', String(fields.area)).text}</span>
            <Link href={hrefToRecord(reading, 'observation', id)} prefetch={false}>
              {getAmountText(reading, fields)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{words.comparison.shades}</p>
    </div>
  )
}
