import { answerKept } from '@/app/answer-kept'
import { answerPicture, type PictureParameters } from '@/app/pictures/answer-picture'

export const dynamic = 'force-dynamic'

export function GET(_request: Request, { params }: { params: Promise<PictureParameters> }): Promise<Response> {
  return answerKept('pictures', params, answerPicture)
}
