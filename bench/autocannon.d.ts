/** The part of autocannon 9 that is used here; it brings no types. Latencies are in milliseconds. */
declare module 'autocannon' {
  type Request = { path: string; headers?: Record<string, string> }
  type Options = {
    url: string
    connections: number
    duration: number
    requests?: Request[]
    headers?: Record<string, string>
    overallRate?: number
  }
  type Histogram = { average: number; p50: number; p99: number; max: number }
  export type Result = {
    requests: Histogram & { total: number }
    latency: Histogram
    duration: number
    errors: number
    timeouts: number
    '2xx': number
    '3xx': number
    non2xx: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
