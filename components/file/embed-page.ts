import type { ChartWords } from '@/components/chart/chart-words'
import { Markup, markup } from '@/components/picture/markup'
import { drawFigure } from '@/components/picture/picture-chart'
import type { PictureFigure } from '@/components/picture/picture-figure'
import { formatPaletteStyle, getPalette } from '@/components/picture/picture-palette'
import type { Theme } from '@/domain/picture'
import type { TextTable } from './embed-table'

export type EmbedProps = {
  figure: PictureFigure | null
  worded: ChartWords
  theme: Theme
  title: string
  description: string
  table: TextTable
  /** Said where the table holds fewer rows than the view; gets how many it holds. */
  describeCut: (rows: number) => string | null
  source: string
  edition: string
  link: { href: string; text: string }
}

export const BYTES_MOST = 60_000
const WIDE = 720
const NARROW = 360
/** Below this a row says too little to be worth its place: rather the narrow drawing goes. */
const ROWS_LEAST = 10

/**
 * A view for a frame in somebody else's page: one HTML document of at most 60,000 bytes without script, its drawing for
 * wide and for narrow frames. What is too large loses rows first, then the narrow drawing, then the drawing.
 */
export function drawEmbed(props: EmbedProps): string {
  const wide = props.figure ? drawAt(props, WIDE) : null
  const narrow = props.figure ? drawAt(props, NARROW) : null
  const drawings = [
    { wide, narrow },
    { wide, narrow: null },
    { wide: null, narrow: null },
  ]
  for (const drawing of drawings) {
    for (let rows = props.table.rows.length; ; rows = Math.floor(rows / 2)) {
      const html = compose(props, drawing, rows)
      if (new TextEncoder().encode(html).length <= BYTES_MOST) return html
      if (rows <= ROWS_LEAST) break
    }
  }
  return compose({ ...props, description: props.title }, { wide: null, narrow: null }, 0)
}

function drawAt({ figure, worded, theme }: EmbedProps, width: number): Markup | null {
  if (!figure) return null
  const room = { x: 0, y: 0, width, id: `c${width}` }
  const { drawn, height } = drawFigure({ figure, worded, palette: getPalette(theme), room })
  return markup`<svg class="w${width}" viewBox="-4 -4 ${width + 8} ${Math.ceil(height) + 8}" role="img" aria-labelledby="t${width} d${width}"><title id="t${width}">${figure.title}</title><desc id="d${width}">${figure.summary}</desc>${drawn}</svg>`
}

function compose(props: EmbedProps, drawing: { wide: Markup | null; narrow: Markup | null }, count: number): string {
  const { figure, worded, theme, title, description, source, edition, link } = props
  const cut = props.describeCut(count)
  const lang = worded.lang === 'zh' ? 'zh-Hans' : 'en'
  const notes = figure && drawing.wide ? figure.notes.map((note) => markup`<li>${note}</li>`) : []
  return markup`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${new Markup(
    formatPaletteStyle(theme) + style + (drawing.narrow ? both : ''),
  )}</style></head><body><main><h1>${title}</h1>${figure && markup`<p class="s">${figure.head}</p>`}<p class="s">${description}</p>${
    drawing.wide
  }${drawing.narrow}${notes.length > 0 && markup`<ul class="s">${notes}</ul>`}${
    count > 0 && drawTable(props.table, count, title)
  }${cut !== null && markup`<p class="s">${cut}</p>`}<footer class="s"><p>${source}</p><p>${edition}</p><p><a href="${link.href}" target="_blank" rel="noopener">${link.text}</a></p></footer></main></body></html>`
    .text
}

function drawTable({ heads, rows, numeric }: TextTable, count: number, title: string): Markup {
  const mark = (column: number) => (numeric[column] ? markup` class="n"` : null)
  const head = heads.map((text, column) => markup`<th scope="col"${mark(column)}>${text}</th>`)
  const body = rows
    .slice(0, count)
    .map((cells) => markup`<tr>${cells.map((text, column) => markup`<td${mark(column)}>${text}</td>`)}</tr>`)
  return markup`<div class="t" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

const style = `
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
main{padding:12px 16px}h1{font-size:17px;margin:0 0 4px}p{margin:0 0 4px}.s{color:var(--soft);font-size:13px}
svg{display:block;width:100%;max-width:${WIDE + 8}px;height:auto;margin:12px 0;font-variant-numeric:tabular-nums}.w${NARROW}{display:none}
ul{list-style:none;margin:0 0 8px;padding:0}.t{max-height:320px;overflow:auto;border-block:1px solid var(--hairline);margin:8px 0}
table{border-collapse:collapse;width:100%;font-size:13px}th,td{text-align:start;vertical-align:top;padding:4px 12px 4px 0;min-width:4em;border-bottom:1px solid var(--hairline)}
thead th{position:sticky;top:0;background:var(--paper)}.n{text-align:end;font-variant-numeric:tabular-nums}td.n{white-space:nowrap}
a{color:inherit;text-decoration-color:var(--accent)}:focus-visible{outline:2px solid var(--accent)}`
/** A frame as narrow as a phone gets the drawing made for it: type keeps its size. */
const both = `@media(max-width:560px){.w${WIDE}{display:none}.w${NARROW}{display:block}}`
