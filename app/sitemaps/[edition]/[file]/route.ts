import { answerSitemap } from '@/app/sitemaps/answer-sitemap'

/** Drawn each time: a part is small, and whoever has it already is answered by proxy.ts. */
export const dynamic = 'force-dynamic'

type Parameters = { edition: string; file: string }

export function GET(_request: Request, { params }: { params: Promise<Parameters> }): Promise<Response> {
  return answerSitemap(params)
}
