import type { Theme } from '@/domain/picture'

/** Colours of a drawing, each as an attribute takes it. `series` counts from the first. */
export type Palette = {
  paper: string
  ink: string
  soft: string
  hairline: string
  accent: string
  series: readonly string[]
}

/** The colours of the pages' style sheet, where they are chosen and why. */
const light: Palette = {
  paper: '#faf7f0',
  ink: '#1f1b16',
  soft: '#645d52',
  hairline: '#d9d2c4',
  accent: '#b3341f',
  series: [
    '#24457f',
    '#a86a00',
    '#379d7e',
    '#3a2d18',
    '#b977b6',
    '#7548be',
    '#8c874d',
    '#5e264a',
    '#506f7a',
    '#88574f',
    '#3c5d21',
    '#7272c0',
  ],
}
const dark: Palette = {
  paper: '#171510',
  ink: '#ece6d9',
  soft: '#a79f90',
  hairline: '#38342b',
  accent: '#f0836c',
  series: [
    '#86a8e8',
    '#d9a441',
    '#4bbc8f',
    '#e5d4c5',
    '#cf9ec0',
    '#8857c7',
    '#ad9f58',
    '#bf428f',
    '#557a4e',
    '#977076',
    '#3a892e',
    '#a5d383',
  ],
}

const names = ['paper', 'ink', 'soft', 'hairline', 'accent'] as const

/** The colours of a theme; `auto` names custom properties, which {@link formatPaletteStyle} sets by the reader's own theme. */
export function getPalette(theme: Theme): Palette {
  if (theme === 'light') return light
  if (theme === 'dark') return dark
  const [paper = '', ink = '', soft = '', hairline = '', accent = ''] = names.map((name) => `var(--${name})`)
  return { paper, ink, soft, hairline, accent, series: light.series.map((_, index) => `var(--series-${index + 1})`) }
}

/** The custom properties an `auto` drawing stands on, as the text of a style sheet. */
export function formatPaletteStyle(theme: Theme): string {
  const set = (palette: Palette) =>
    [
      ...names.map((name) => `--${name}:${palette[name]}`),
      ...palette.series.map((colour, index) => `--series-${index + 1}:${colour}`),
    ].join(';')
  if (theme !== 'auto') return `:root{${set(getPalette(theme))};color-scheme:${theme}}`
  return `:root{${set(light)};color-scheme:light dark}@media(prefers-color-scheme:dark){:root{${set(dark)}}}`
}

export function getSeriesColour({ series }: Palette, colour: number): string {
  return series[(colour - 1) % series.length] ?? ''
}
