import { rememberCurrentEdition } from '@/db/current-edition'
import { type Importing, type ImportResult, submitImport, tryImport } from '@/db/import-report'
import type { TokenHolder } from '@/db/people/tokens'
import { formatAddress } from '@/domain/address'
import type { GivenNote } from '@/domain/doubtful'
import { nouns } from '@/domain/field'
import { parseGivenChanges } from '@/domain/given-changes'
import { type ImportReport, isClean } from '@/domain/import-report'
import { getSiteOrigin } from '@/domain/origin'
import { decodeText } from '@/domain/text-encoding'
import { answerProblem } from './problem'
import { fieldNames } from './read-import'

/** What was handed in, and whether it is only to be looked at. */
export type HandedIn = Omit<Importing, 'author'> & GivenNote & { summary: string; dry: boolean }

/** Reads the body and the query of a request that hands something in. */
export async function readHandedIn(
  request: Request,
): Promise<{ ok: true; importing: HandedIn } | { ok: false; answer: Response }> {
  const query = new URL(request.url).searchParams
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  const asked = query.get('edition')
  if (asked !== null && !/^[1-9]\d{0,8}$/.test(asked)) return { ok: false, answer: answerProblem(400, 'edition') }
  const common = {
    dry: query.get('dry') === 'true',
    summary: query.get('summary') ?? '',
    note: query.get('note') ?? undefined,
    warned: query.get('warned') ?? undefined,
    edition: asked === null ? undefined : Number(asked),
    names: fieldNames,
  }
  const text = decodeText(new Uint8Array(await request.arrayBuffer())).replaceAll('\u0000', '')
  if (type === 'application/json') {
    const parsed = parseGivenChanges(text)
    if (!parsed.ok) return { ok: false, answer: answerProblem(400, 'malformed', { at: parsed.at }) }
    const { summary, note, warned, edition, changes } = parsed.given
    const importing = {
      ...{ dry: common.dry, names: common.names, changes },
      summary: common.summary || summary,
      note: common.note ?? note,
      warned: common.warned ?? warned,
      edition: common.edition ?? edition,
    }
    return { ok: true, importing }
  }
  if (type !== 'text/csv' && type !== 'text/tab-separated-values')
    return {
      ok: false,
      answer: answerProblem(415, 'media-type', {
        accepts: ['text/csv', 'text/tab-separated-values', 'application/json'],
      }),
    }
  const noun = nouns.find((known) => known === query.get('noun'))
  if (!noun) return { ok: false, answer: answerProblem(400, 'noun', { accepts: nouns }) }
  const name = query.get('name') ?? ''
  return { ok: true, importing: { ...common, files: [{ name, noun, text }] } }
}

/** Looks at what was handed in, or publishes or proposes it, and answers with the same report as the page shows. */
export async function answerImport({ id, scope }: TokenHolder, handed: HandedIn): Promise<Response> {
  const { dry, summary, note, warned, ...importing } = handed
  if (dry) return answerReport(200, await tryImport({ author: id, ...importing }), { dry: true })
  if (summary.trim() === '') return answerProblem(422, 'no-summary')
  const wantsReview = scope === 'propose'
  const result = await submitImport({ author: id, summary, note, warned, wantsReview, ...importing })
  if (!result.ok) return answerProblem(toStatus(result.error), result.error, { ...tellNeeds(result), ...result.report })
  const { submitted, report } = result
  if ('proposal' in submitted) {
    const location = new URL(`/edit/proposals/${submitted.proposal}`, getSiteOrigin(process.env)).href
    return answerReport(201, report, { proposal: submitted.proposal, location })
  }
  await rememberCurrentEdition()
  const address = formatAddress({ language: 'en', page: 'editions', id: String(submitted.edition) })
  const location = new URL(address, getSiteOrigin(process.env)).href
  return answerReport(201, report, { published: submitted.edition, location })
}

/** What has to be sent with it, where something is only doubtful. */
function tellNeeds({ error }: ImportResult & { ok: false }): { needs?: string[] } {
  return error === 'warnings' ? { needs: ['note', 'warned'] } : {}
}

type More = { dry?: true; published?: number; proposal?: number; location?: string }

function answerReport(status: number, report: ImportReport, more: More): Response {
  return Response.json(
    { format: 1, ok: isClean(report), ...more, ...report },
    { status, headers: { 'Cache-Control': 'no-store', ...(more.location ? { Location: more.location } : {}) } },
  )
}

function toStatus(error: string): number {
  if (error === 'busy') return 503
  if (error === 'forbidden' || error === 'four-eyes') return 403
  return error === 'conflict' || error === 'decided' || error === 'unchanged' ? 409 : 422
}
