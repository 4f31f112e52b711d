import { answerEmbed, type EmbedParameters } from '@/app/embeds/answer-embed'

/** Free text and deep pages would let anyone fill the memory: their frames are drawn each time. */
export const dynamic = 'force-dynamic'

export function GET(_request: Request, { params }: { params: Promise<EmbedParameters> }): Promise<Response> {
  return answerEmbed(params)
}
