import { answerEmbed, type EmbedParameters } from '@/app/embeds/answer-embed'

/** Kept in memory: a view of an edition never changes. */
export const dynamic = 'force-static'
export const revalidate = false

export function generateStaticParams() {
  return []
}

export function GET(_request: Request, { params }: { params: Promise<EmbedParameters> }): Promise<Response> {
  return answerEmbed(params)
}
