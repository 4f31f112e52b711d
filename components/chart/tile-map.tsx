import Link from 'next/link'
import { getLabel, hrefToRecord, type Reading } from '@/components/view/reading'
import { TILE_COLUMNS, tileGrid } from '@/domain/chart/tile-grid'
import { fillTemplate } from './chart-words'

/** What a tile says of its place: a state or a fifth (1 to 5) that shades it, and the same in words. */
export type Tile = {
  state: 'in' | 'left' | 'none' | 'value'
  text?: string
  level?: number
  changed?: boolean
  /** The letter of a note on it. */
  sign?: string | null
}

/** The provinces as squares of one size, each a link to its place; what sets one apart is in words as well as in ink. */
export function TileMap({
  reading,
  tiles,
  label,
}: {
  reading: Reading
  tiles: Readonly<Record<string, Tile>>
  label: string
}) {
  return (
    <ul
      className="tile-map"
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${TILE_COLUMNS}, minmax(0, 1fr))` }}
    >
      {Object.entries(tileGrid).map(([id, { column, row }]) => {
        const tile = tiles[id] ?? { state: 'none' }
        const name = getLabel(reading, 'area', id).text
        const said = tile.text ? fillTemplate(reading.words.view.clause, { name, values: tile.text }) : name
        return (
          <li
            key={id}
            style={{ gridColumn: column, gridRow: row }}
            data-state={tile.state}
            data-level={tile.level}
            data-changed={tile.changed || undefined}
          >
            <Link href={hrefToRecord(reading, 'area', id)} prefetch={false} title={said} aria-label={said}>
              <span aria-hidden="true" className="tile-code">
                {reading.language === 'zh' ? shortenPlace(name) : id.slice(3)}
                {tile.sign && <sup> {tile.sign}</sup>}
              </span>
              <span className={tile.state === 'value' ? 'sr-only' : 'tile-name'}>{name}</span>
              {tile.text && <span className={tile.state === 'value' ? 'tile-value' : 'sr-only'}>{tile.text}</span>}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** 黑龙江省 and 内蒙古自治区 are known by their first two characters, or three where two are another place. */
export function shortenPlace(name: string): string {
  return /^(黑龙江|内蒙古)/.test(name) ? name.slice(0, 3) : name.slice(0, 2)
}
