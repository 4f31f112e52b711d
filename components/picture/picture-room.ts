import type { Markup } from './markup'

export type Drawing = { drawn: Markup; height: number }

/** `most` is how many rows or strips there is room for, `plotHeight` how tall a plot may be where not as on the page. */
export type ChartRoom = { x: number; y: number; width: number; id: string; most?: number; plotHeight?: number }
