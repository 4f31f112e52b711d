const DRAWN_MOST = 2
const QUEUE_MOST = 8
const WAIT_MS = 3_000

type Places = { busy: number; queue: ((free: boolean) => void)[] }

const PLACES = Symbol.for('pot-and-iron.drawing-places')

/** Every route that draws shares the same two places, however the build divides its code. */
function getPlaces(): Places {
  const shared = globalThis as { [PLACES]?: Places }
  shared[PLACES] ??= { busy: 0, queue: [] }
  return shared[PLACES]
}

/** Draws while one of two places is free, after a wait of at most 3 s; null where none came free or the queue is full. */
export async function drawInTurn<T>(draw: () => Promise<T>): Promise<T | null> {
  const places = getPlaces()
  if (places.busy < DRAWN_MOST) places.busy += 1
  else if (!(await waitForPlace(places))) return null
  try {
    return await draw()
  } finally {
    const next = places.queue.shift()
    if (next) next(true)
    else places.busy -= 1
  }
}

/** A place is handed on while it is still counted as busy, so that nobody comes in between. */
function waitForPlace({ queue }: Places): Promise<boolean> {
  if (queue.length >= QUEUE_MOST) return Promise.resolve(false)
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      queue.splice(queue.indexOf(wake), 1)
      resolve(false)
    }, WAIT_MS)
    const wake = (free: boolean) => {
      clearTimeout(timer)
      resolve(free)
    }
    queue.push(wake)
  })
}
