import { CompareTicks } from '@/components/place/compare-tick'
import type { TablePage } from '@/db/view-queries'
import type { DrawnPage, PageRequest } from './page-request'
import { readTable } from './read-table'
import { drawRecord } from './record-page'
import { toTablePage } from './table-page'

/** A page that lists one noun, and the pages of its records. */
export async function drawRecords(request: PageRequest): Promise<DrawnPage | null> {
  if (request.address.id !== undefined) return drawRecord(request)
  const table = await readTable(request, request.address.page as TablePage)
  return toTablePage({
    request,
    table,
    above: table.noun === 'area' && table.total > 0 && <CompareTicks key="ticks" reading={table.reading} />,
  })
}
