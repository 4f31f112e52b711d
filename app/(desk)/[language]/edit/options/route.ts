import { authorise } from '@/app/authorise'
import { getUnitText } from '@/components/record/amount'
import { getName, toReading } from '@/components/view/reading'
import { isUnavailable } from '@/db/availability'
import { getCurrentEdition } from '@/db/current-edition'
import { getLabels } from '@/db/get-labels'
import { searchRecords } from '@/db/search-records'
import { nouns } from '@/domain/field'

const MOST = 30
const NO_STORE = { 'Cache-Control': 'no-store' }

/** `noun` and `q`: what an input that names another record may hold, `[{ id, text, lang?, unit? }]`, 30 at most. */
export async function GET(request: Request, { params }: { params: Promise<{ language: string }> }): Promise<Response> {
  try {
    const authorised = await authorise('GET /edit/options')
    if (!authorised.ok)
      return Response.json([], { status: authorised.error === 'forbidden' ? 403 : 401, headers: NO_STORE })
    const query = new URL(request.url).searchParams
    const noun = nouns.find((known) => known === query.get('noun'))
    if (!noun) return Response.json([], { status: 400, headers: NO_STORE })
    const { rows } = await searchRecords(noun, (query.get('q') ?? '').slice(0, 100), { offset: 0, limit: MOST })
    const edition = (await getCurrentEdition()).n
    const language = (await params).language === 'zh' ? 'zh' : 'en'
    const reading = toReading(
      language,
      { edition, current: edition, pinned: false },
      new Date(0),
      await getLabels(edition, rows),
    )
    return Response.json(
      rows.map(({ id, fields }) => ({
        id,
        ...getName(noun, id, fields, reading),
        ...(noun === 'indicator' ? { unit: getUnitText(reading, fields) } : {}),
      })),
      { headers: NO_STORE },
    )
  } catch (error) {
    if (isUnavailable(error)) return Response.json([], { status: 503, headers: NO_STORE })
    throw error
  }
}
