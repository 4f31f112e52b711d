import { answerFile, describeFile, type FileParameters } from '@/app/files/read-file'
import { readJson } from '@/app/files/read-json'

/** Kept in memory: a file of an edition never changes. */
export const dynamic = 'force-static'
export const revalidate = false

export function generateStaticParams() {
  return []
}

export async function GET(_request: Request, { params }: { params: Promise<FileParameters> }): Promise<Response> {
  return answerFile(params, async (request) => {
    const body = await readJson(request)
    if (!body) return null
    return new Response(`${JSON.stringify(body, null, 1)}\n`, {
      headers: describeFile(request, 'json', 'application/json; charset=utf-8'),
    })
  })
}
