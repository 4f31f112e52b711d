import CacheHandler from '@/cache-handler.mjs'
import { fromViewSegment } from '@/domain/address'
import { isUnkept } from '@/domain/internal-address'
import type { Page } from '@/domain/view'

/** What an internal address says of a view: all that its answer follows from, and the edition with how many redactions. */
type Parameters = {
  edition: string
  page: string
  view: string
  id?: string[]
  [more: string]: string | string[] | undefined
}

type Kept = { kind: 'APP_ROUTE'; status: number; headers: Record<string, string>; body: Buffer<ArrayBuffer> }

const memory = new CacheHandler()
/** What is being made: two who ask at once share it. */
const underway = new Map<string, Promise<Kept>>()

/**
 * A file or picture of an edition never changes: it comes from the memory of drawn views, or is made and kept there, but for
 * free text and deep pages, with which anyone could fill it, and for answers of 500 or more. Next would keep it in the same
 * memory, and first write every byte of it as JSON to know its size, 20 ms for a picture (`IncrementalCache.set` of 16.4).
 */
export async function answerKept<P extends Parameters>(
  folder: string,
  parameters: Promise<P>,
  make: (parameters: Promise<P>) => Promise<Response>,
): Promise<Response> {
  const all = await parameters
  const path = { page: all.page as Page, ...(all.id?.[0] === undefined ? {} : { id: all.id[0] }) }
  if (isUnkept(fromViewSegment(path, all.view))) return make(parameters)
  const key = JSON.stringify([folder, Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1))])
  const kept = (await memory.get(key)) as { value: Kept } | null
  if (kept) return answer(kept.value, 'HIT')
  const making = underway.get(key) ?? keep(key, () => make(parameters))
  return answer(await making, 'MISS')
}

function keep(key: string, make: () => Promise<Response>): Promise<Kept> {
  const making = readWhole(make)
    .then(async (made) => {
      await memory.set(key, made, {})
      return made
    })
    .finally(() => underway.delete(key))
  underway.set(key, making)
  return making
}

async function readWhole(make: () => Promise<Response>): Promise<Kept> {
  const response = await make()
  const { status, headers } = response
  const body = Buffer.from(await response.arrayBuffer())
  return { kind: 'APP_ROUTE', status, headers: Object.fromEntries(headers), body }
}

/** Says whether it was kept as Next does, so that it may leave again without Next (scripts/guard/guard-answers.mjs). */
function answer({ status, headers, body }: Kept, cache: 'HIT' | 'MISS'): Response {
  return new Response(body, { status, headers: { ...headers, 'X-Nextjs-Cache': cache } })
}
