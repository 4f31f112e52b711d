import type { ChartWords } from '@/components/chart/chart-words'
import type { Look } from '@/domain/picture'
import { type Markup, markup } from './markup'
import { drawFigure } from './picture-chart'
import type { PictureFigure } from './picture-figure'
import { getPalette } from './picture-palette'
import { drawLines, wrapText } from './picture-text'

/** What a picture says in words. `source` names the publishers, `edition` the edition and its day, `address` is pinned. */
export type PictureText = { description: string; source: string; edition: string; address: string }

export type PictureProps = { figure: PictureFigure; worded: ChartWords; text: PictureText; look: Look }

/** Units across; the sizes differ in how large a unit is. */
export const PICTURE_WIDTH = 800
const PIXELS = { small: 800, large: 1200 } as const
const MARGIN = 32
const INNER = PICTURE_WIDTH - 2 * MARGIN
/** Where no family of the list is there, the reader's system has one. Pictures in pixels are set in the first. */
export const FONT = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif"

/**
 * A chart as one SVG that needs nothing else: title, what the view is, the drawing, how to read it, who published the
 * figures, the edition and the address where it stays the same. No script, no style sheet, no reference to outside.
 */
export function drawPicture({ figure, worded, text, look }: PictureProps): string {
  const palette = getPalette(look.theme)
  const soft = { size: 12, fill: palette.soft, spacing: 17 }
  const parts: Markup[] = []
  let y = MARGIN
  const write = (lines: readonly string[], type: Parameters<typeof drawLines>[3], gap: number) => {
    const { drawn, height } = drawLines(lines, MARGIN, y, type)
    parts.push(drawn)
    y += height + gap
  }
  write(wrapText(figure.title, 22, INNER * 0.96, 3), { size: 22, fill: palette.ink, weight: 600, spacing: 30 }, 4)
  write(wrapText(figure.head, 14, INNER), { size: 14, fill: palette.soft, spacing: 20 }, 2)
  write(wrapText(text.description, 13, INNER, 6), { size: 13, fill: palette.soft, spacing: 19 }, 14)
  const drawing = drawFigure({ figure, worded, palette, room: { x: MARGIN, y, width: INNER, id: 'picture' } })
  parts.push(drawing.drawn)
  y += drawing.height + 14
  write(
    figure.notes.flatMap((note) => wrapText(note, 12, INNER)),
    soft,
    10,
  )
  parts.push(
    markup`<line x1="${MARGIN}" x2="${PICTURE_WIDTH - MARGIN}" y1="${y}" y2="${y}" stroke="${palette.hairline}"/>`,
  )
  y += 12
  write(wrapText(text.source, 12, INNER, 4), soft, 2)
  write(wrapText(text.edition, 12, INNER), soft, 2)
  write(wrapText(text.address, 12, INNER), { ...soft, fill: palette.ink }, MARGIN - 12)

  // Even, so that one and a half times it is whole and no edge is left unpainted.
  const height = Math.ceil(y / 2) * 2
  const pixels = PIXELS[look.size]
  const tall = Math.round((height * pixels) / PICTURE_WIDTH)
  const lang = worded.lang === 'zh' ? 'zh-Hans' : 'en'
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${tall}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" xml:lang="${lang}" lang="${lang}" role="img" aria-labelledby="title summary" font-family="${FONT}"><title id="title">${figure.title}</title><desc id="summary">${figure.summary} ${text.address}</desc><rect width="${PICTURE_WIDTH}" height="${height}" fill="${palette.paper}"/>${parts}</svg>`
    .text
}
