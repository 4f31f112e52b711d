import type { ReactNode } from 'react'
import { CompareTicks } from '@/components/place/compare-tick'
import { TimelineForms } from '@/components/record/timeline'
import type { TablePage } from '@/db/view-queries'
import { getParameters } from '@/domain/view'
import type { DrawnPage, PageRequest } from './page-request'
import { readTable, type TableReading } from './read-table'
import { drawRecord } from './record-page'
import { toTablePage } from './table-page'

/** A page that lists one noun, and the pages of its records. */
export async function drawRecords(request: PageRequest): Promise<DrawnPage | null> {
  if (request.address.id !== undefined) return drawRecord(request)
  const table = await readTable(request, request.address.page as TablePage)
  return toTablePage({ request, table, above: drawAbove(request, table) })
}

/** Above the table: places can be ticked to be compared, what has a date can be seen in time. */
function drawAbove({ address: { page, view } }: PageRequest, { reading, noun, rows, total }: TableReading): ReactNode {
  if (noun === 'area') return total > 0 && <CompareTicks key="ticks" reading={reading} />
  if (!getParameters(page).chart) return null
  return <TimelineForms key="timeline" reading={reading} page={page} view={view} noun={noun} rows={rows} />
}
