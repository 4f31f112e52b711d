import { answerPicture, type PictureParameters } from '@/app/pictures/answer-picture'

/** Kept in memory: a picture of an edition never changes. */
export const dynamic = 'force-static'
export const revalidate = false

export function generateStaticParams() {
  return []
}

export function GET(_request: Request, { params }: { params: Promise<PictureParameters> }): Promise<Response> {
  return answerPicture(params)
}
