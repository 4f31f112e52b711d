import autocannon from 'autocannon'
import { describeTimes, pickMedian, type Times } from './times'

const CALLERS = 8
const SECONDS = 4

/** Something that answers requests: where, and for a tag the condition under which it says «not modified». */
export type Target = { url: string; headers?: Record<string, string>; status?: 200 | 304 }

/**
 * Asks each of several targets for the same again and again, 8 callers for 4 seconds, three rounds taking turns, so that
 * what else the machine does falls on all of them. @returns the round in the middle for each
 * @throws Error when an answer was another than the target's status
 */
export async function measureRepeated<K extends string>(targets: Record<K, Target>): Promise<Record<K, Times>> {
  const names = Object.keys(targets) as K[]
  for (const name of names) await warm(targets[name])
  const rounds = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, Times[]>
  for (let round = 0; round < 3; round += 1) {
    for (const name of names) rounds[name].push(await ask(targets[name]))
  }
  return Object.fromEntries(names.map((name) => [name, pickMedian(rounds[name])])) as Record<K, Times>
}

/** Drawn once and given once from memory: after that it is a repeated view. */
async function warm({ url, headers = {} }: Target): Promise<void> {
  for (let time = 0; time < 3; time += 1) await (await fetch(url, { headers })).arrayBuffer()
}

async function ask({ url, headers = {}, status = 200 }: Target): Promise<Times> {
  const result = await autocannon({ url, connections: CALLERS, duration: SECONDS, headers })
  const right = status === 200 ? result['2xx'] : result['3xx']
  if (right !== result.requests.total || result.errors > 0)
    throw new Error(`${url} did not answer ${status} throughout`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

/** Asks for each address once, so many at a time; the times are those of whole answers. */
export async function measureOnce(urls: readonly string[], callers: number): Promise<Times> {
  const took: number[] = []
  const waiting = [...urls]
  const begin = performance.now()
  const call = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const from = performance.now()
      const response = await fetch(url)
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
      took.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
  return describeTimes(took, (performance.now() - begin) / 1000)
}

/** Readers who ask for one kept view at a steady rate for so long. */
export async function readSteadily(
  url: string,
  rate: number,
  seconds: number,
): Promise<{ p50: number; p99: number; max: number }> {
  await warm({ url })
  const { latency } = await autocannon({ url, connections: 4, duration: seconds, overallRate: rate })
  return { p50: latency.p50, p99: latency.p99, max: latency.max }
}
