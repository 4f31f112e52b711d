import { answerFile, describeFile, type FileParameters } from '@/app/files/read-file'
import { streamCsv } from '@/app/files/stream-csv'

/** Streamed each time and never kept: a whole table would fill the memory. */
export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<FileParameters> }): Promise<Response> {
  return answerFile(params, async (request) => {
    const body = await streamCsv(request)
    return (
      body && new Response(body, { headers: describeFile(request, 'csv', 'text/csv; charset=utf-8; header=present') })
    )
  })
}
