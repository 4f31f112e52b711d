import type { ReactNode } from 'react'
import type { PictureFigure } from '@/components/picture/picture-figure'
import type { Address, EditionSegment } from '@/domain/address'

/** The parameters of an internal address, as the folders name them. */
export type DrawParameters = { language: string; edition: string; page: string; view: string; id?: string[] }

/** What a page is drawn from: the public address it stands at and the edition it shows. */
export type PageRequest = { address: Address; edition: EditionSegment & { at: Date }; origin: string }

/** A drawn page: its title, one line on what it shows, its content, and what of it can be drawn elsewhere. */
export type DrawnPage = { title: string; description: string; content: ReactNode; picture?: PictureFigure }
