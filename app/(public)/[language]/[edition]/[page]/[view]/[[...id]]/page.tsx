import { drawMetadata, drawPage } from '@/app/pages/draw-page'
import type { DrawParameters } from '@/app/pages/page-request'

/** Drawn at the first request and kept: everything it shows follows from its address. */
export const dynamic = 'force-static'
export const revalidate = false
export const dynamicParams = true

export function generateStaticParams() {
  return []
}

type Properties = { params: Promise<DrawParameters> }

export async function generateMetadata({ params }: Properties) {
  return drawMetadata(await params)
}

export default async function KeptPage({ params }: Properties) {
  return drawPage(await params)
}
