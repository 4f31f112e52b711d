import { createHash } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { getEditionHash } from '@/db/current-edition'
import { toLocal } from './answers'
import { getPublicHeaders, NO_STORE } from './headers'

/** Answers 304 where the reader has the file already: it follows from its internal path, its edition and the build. */
export async function rewriteTagged(
  request: NextRequest,
  path: string,
  edition: number,
  more: Record<string, string> = {},
): Promise<NextResponse> {
  const hash = await getEditionHash(edition).catch(() => null)
  if (hash === null) return NextResponse.rewrite(toLocal(request, path), { headers: NO_STORE })
  const content = `${hash} ${path} ${process.env.BUILD_STAMP ?? ''}`
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
  const headers = { ...getPublicHeaders(edition), ...more, ETag: tag }
  const had = request.headers.get('if-none-match')?.split(/\s*,\s*/)
  if (had?.includes(tag)) return new NextResponse(null, { status: 304, headers })
  return NextResponse.rewrite(toLocal(request, path), { headers })
}
