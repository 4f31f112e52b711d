import { answerPicture, type PictureParameters } from '@/app/pictures/answer-picture'

/** Free text and deep pages would let anyone fill the memory: their pictures are drawn each time. */
export const dynamic = 'force-dynamic'

export function GET(_request: Request, { params }: { params: Promise<PictureParameters> }): Promise<Response> {
  return answerPicture(params)
}
