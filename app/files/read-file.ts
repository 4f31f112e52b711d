import { isUnavailable } from '@/db/availability'
import { getEdition } from '@/db/list-editions'
import { type Address, formatAddress, fromViewSegment, parseEditionSegment, recordPages } from '@/domain/address'
import { getSiteOrigin } from '@/domain/origin'
import { type AnyView, type Page, views } from '@/domain/view'
import { describeProblem } from '@/messages/public/problem'
import { answerProblem } from '../problem'

export type FileParameters = { edition: string; page: string; view: string; id?: string[] }

/** A file that is asked for: the view and the edition it is of. Live and pinned it is the same file. */
export type FileRequest = { page: Page; id?: string; view: AnyView; edition: number; publishedAt: Date }

/** The request behind an internal address; null where there is no such edition or table. */
async function toRequest({ edition, page, view, id }: FileParameters): Promise<FileRequest | null> {
  const segment = parseEditionSegment(edition)
  const found = segment && (await getEdition(segment.edition))
  if (!found || !Object.hasOwn(views, page) || !recordPages.some((known) => known === page)) return null
  const path = { page: page as Page, ...(id?.[0] === undefined ? {} : { id: id[0] }) }
  return { ...path, view: fromViewSegment(path, view), edition: found.n, publishedAt: found.at }
}

/** Answers with a file of a view. */
export async function answerFile(
  parameters: Promise<FileParameters>,
  make: (request: FileRequest) => Promise<Response | null>,
): Promise<Response> {
  return answerReading(async () => {
    const request = await toRequest(await parameters)
    return request && make(request)
  })
}

/**
 * Answers with what is read from the record; null is a record that is not there. What goes wrong with the database is
 * answered here: a handler that throws would keep the caching headers that proxy.ts set.
 */
export async function answerReading(make: () => Promise<Response | null>): Promise<Response> {
  try {
    const response = await make()
    return response ?? answerProblem(404, 'not-found', { detail: describeProblem('not-found') })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return answerProblem(503, 'unavailable', { detail: describeProblem('unavailable') }, { 'Retry-After': '30' })
  }
}

/** The address at which this file says the same for ever. */
export function formatPinnedAddress(
  { page, id, view, edition }: FileRequest,
  change: Partial<Pick<Address, 'format' | 'view'>> = {},
): string {
  const path = { language: 'en' as const, pinned: edition, page, ...(id === undefined ? {} : { id }) }
  return getSiteOrigin(process.env) + formatAddress({ ...path, view, ...change })
}

/** Headers that say what a file is: its pinned address, its licence, its name when saved. */
export function describeFile(request: FileRequest, format: 'json' | 'csv', type: string): Record<string, string> {
  const name = [request.page, request.id, `edition-${request.edition}`].filter(Boolean).join('-')
  return {
    'Content-Type': type,
    'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${name}.${format}"`,
    Link: `<${formatPinnedAddress(request, { format })}>; rel="canonical", <https://creativecommons.org/licenses/by/4.0/>; rel="license"`,
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
  }
}
