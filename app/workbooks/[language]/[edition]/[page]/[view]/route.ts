import type { DrawParameters } from '@/app/pages/page-request'
import { answerWorkbook } from '@/app/workbooks/answer-workbook'

/** Made each time and never kept: a workbook may be of ten thousand rows. */
export const dynamic = 'force-dynamic'

export function GET(_request: Request, { params }: { params: Promise<DrawParameters> }): Promise<Response> {
  return answerWorkbook(params)
}
