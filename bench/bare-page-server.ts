import { once } from 'node:events'
import { freePort } from '@/scripts/postgres-server.mjs'
import { ended, startNode } from '@/scripts/processes.mjs'

const NEXT = 'node_modules/next/dist/bin/next'
const FOLDER = 'bench/bare-page'

/** A page of one heading and one sentence in a production build of its own: the framework, and nothing of ours. */
export async function startBarePage(): Promise<{ address: string; stop: () => Promise<void> }> {
  const lines: string[] = []
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const build = startNode([NEXT, 'build', FOLDER], { env, onLine: (line: string) => lines.push(line) })
  if ((await ended(build)) !== 0) throw new Error(`The bare page was not built:\n${lines.slice(-20).join('\n')}`)
  const port = await freePort()
  const child = startNode([NEXT, 'start', FOLDER, '--port', String(port), '--hostname', 'localhost'], {
    env,
    onLine: () => {},
  })
  const address = `http://localhost:${port}/`
  await waitFor(address)
  return {
    address,
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function waitFor(address: string): Promise<void> {
  for (let left = 100; ; left -= 1) {
    const answered = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return
    if (left === 0) throw new Error(`${address} did not answer`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
