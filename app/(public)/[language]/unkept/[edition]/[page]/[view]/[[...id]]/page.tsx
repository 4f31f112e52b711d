import { drawMetadata, drawPage } from '@/app/pages/draw-page'
import type { DrawParameters } from '@/app/pages/page-request'

/** Free text and deep pages: drawn each time, so that nobody can fill the memory with them. */
export const dynamic = 'force-dynamic'

type Properties = { params: Promise<DrawParameters> }

export async function generateMetadata({ params }: Properties) {
  return drawMetadata(await params)
}

export default async function UnkeptPage({ params }: Properties) {
  return drawPage(await params)
}
