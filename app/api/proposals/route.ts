import { answerImport, readHandedIn } from '@/app/answer-import'
import { answerProblem } from '@/app/problem'
import { isUnavailable } from '@/db/availability'
import { openToken } from '@/db/people/tokens'
import { canPerform } from '@/domain/permission'
import { parseBearer } from '@/domain/token'

/**
 * What a script hands in, in the name of whoever's token it shows: a table (text/csv, text/tab-separated-values, with
 * `noun`) or changes (application/json). `dry=true` only looks at it; `summary`, `edition` as in the form. See docs/api.md.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const secret = parseBearer(request.headers.get('authorization'))
    if (secret === null) return answerProblem(401, 'signed-out', {}, { 'WWW-Authenticate': 'Bearer' })
    const used = await openToken(secret, request.headers.get('x-client-address') ?? 'unknown')
    if (!used.ok) return refuse(used.error)
    if (!canPerform(used.holder.role, 'POST /api/proposals')) return answerProblem(403, 'forbidden')
    const handed = await readHandedIn(request)
    return handed.ok ? await answerImport(used.holder, handed.importing) : handed.answer
  } catch (error) {
    if (isUnavailable(error)) return answerProblem(503, 'unavailable', {}, { 'Retry-After': '30' })
    throw error
  }
}

function refuse(error: 'signed-out' | 'throttled' | 'factor-needed'): Response {
  if (error === 'throttled') return answerProblem(429, error, {}, { 'Retry-After': '60' })
  return error === 'factor-needed'
    ? answerProblem(403, error)
    : answerProblem(401, error, {}, { 'WWW-Authenticate': 'Bearer error="invalid_token"' })
}
