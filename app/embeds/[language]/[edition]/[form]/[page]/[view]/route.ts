import { answerKept } from '@/app/answer-kept'
import { answerEmbed, type EmbedParameters } from '@/app/embeds/answer-embed'

export const dynamic = 'force-dynamic'

export function GET(_request: Request, { params }: { params: Promise<EmbedParameters> }): Promise<Response> {
  return answerKept('embeds', params, answerEmbed)
}
