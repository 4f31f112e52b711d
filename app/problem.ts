/** RFC 9457: what went wrong, by a code that stays, with whatever else helps to mend it. */
export function answerProblem(
  status: number,
  code: string,
  more: object = {},
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { type: `about:blank#${code}`, title: code, status, ...more },
    { status, headers: { 'Cache-Control': 'no-store', ...headers, 'Content-Type': 'application/problem+json' } },
  )
}
