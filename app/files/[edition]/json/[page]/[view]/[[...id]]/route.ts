import { answerKept } from '@/app/answer-kept'
import { answerFile, describeFile, type FileParameters } from '@/app/files/read-file'
import { readJson } from '@/app/files/read-json'

export const dynamic = 'force-dynamic'

export function GET(_request: Request, { params }: { params: Promise<FileParameters> }): Promise<Response> {
  return answerKept('json', params, answerJson)
}

function answerJson(parameters: Promise<FileParameters>): Promise<Response> {
  return answerFile(parameters, async (request) => {
    const body = await readJson(request)
    if (!body) return null
    return new Response(`${JSON.stringify(body, null, 1)}\n`, {
      headers: describeFile(request, 'json', 'application/json; charset=utf-8'),
    })
  })
}
