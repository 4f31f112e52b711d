/**
 * What the front door knows of the drawing of pages: whether a view is kept (cache-handler.mjs tells), how many are being
 * drawn for the first time, and whether the database answers. All of it lives on `globalThis`.
 */
const RENDERS_MOST = 4
const QUEUE_MOST = 32
const WAIT_MS = 4_000
/** Where nobody says when the answer has left, a slot comes back by itself. */
const SLOT_MS = 5_000

type Slots = { busy: number; queue: ((free: boolean) => void)[] }
type Shared = typeof globalThis & {
  [VIEWS]?: { paths: Map<string, number> }
  [DATABASE]?: { openUntil: number }
  [REQUEST]?: { getStore: () => { onClose: (() => void)[] } | undefined }
  [SLOTS]?: Slots
}

const VIEWS = Symbol.for('pot-and-iron.views')
const DATABASE = Symbol.for('pot-and-iron.database')
const REQUEST = Symbol.for('pot-and-iron.request')
const SLOTS = Symbol.for('pot-and-iron.slots')
const shared = globalThis as Shared

export function isKept(path: string): boolean {
  return shared[VIEWS]?.paths.has(path) ?? false
}

/** Whether the breaker is open: a query was missed a moment ago, and new pages are not tried. */
export function isUnavailable(): boolean {
  return Date.now() < (shared[DATABASE]?.openUntil ?? 0)
}

/** Waits for one of four places to draw in; false where the queue is full or 4 s have passed. Freed as the answer leaves. */
export async function holdRenderSlot(): Promise<boolean> {
  shared[SLOTS] ??= { busy: 0, queue: [] }
  const slots = shared[SLOTS]
  if (slots.busy >= RENDERS_MOST && !(await waitForSlot(slots))) return false
  slots.busy += 1
  const free = once(() => {
    slots.busy -= 1
    slots.queue.shift()?.(true)
  })
  const request = shared[REQUEST]?.getStore()
  if (request) request.onClose.push(free)
  setTimeout(free, SLOT_MS).unref()
  return true
}

function waitForSlot(slots: Slots): Promise<boolean> {
  if (slots.queue.length >= QUEUE_MOST) return Promise.resolve(false)
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      slots.queue.splice(slots.queue.indexOf(wake), 1)
      resolve(false)
    }, WAIT_MS)
    const wake = (free: boolean) => {
      clearTimeout(timer)
      resolve(free)
    }
    slots.queue.push(wake)
  })
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    run()
  }
}
