import { answerFeed } from '@/app/feeds/answer-feed'
import type { DrawParameters } from '@/app/pages/page-request'

/** Drawn each time: whoever polls it asks with the tag of what he has, and proxy.ts answers that alone. */
export const dynamic = 'force-dynamic'

export function GET(_request: Request, { params }: { params: Promise<DrawParameters> }): Promise<Response> {
  return answerFeed(params)
}
