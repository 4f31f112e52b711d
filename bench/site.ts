import { readFileSync } from 'node:fs'
import { build, hashSources, isBuilt } from '@/scripts/build.mjs'
import { environmentOf } from '@/scripts/environment.mjs'
import { freePort } from '@/scripts/postgres-server.mjs'
import { serve } from '@/scripts/serve.mjs'
import type { Urls } from './databases'

const BUILD_DIR = '.next-bench'

/** A running site: where, its process, and its end. */
export type Site = { address: string; pid: number; stop: () => Promise<void> }

/** The production build, made when it does not match the sources. */
export async function makeBuild(): Promise<string> {
  const hash = hashSources()
  if (!isBuilt(BUILD_DIR, hash)) await build(BUILD_DIR, { hash })
  return BUILD_DIR
}

/** Serves the build behind the guard, as `npm start` does, on a free port. */
export async function startSite(urls: Urls): Promise<Site> {
  const port = await freePort()
  const env = environmentOf({
    ...urls,
    BUILD_DIR,
    PORT: port,
    AUTH_SECRET: 'for measuring only, thirty-two characters',
  })
  const { child, address } = await serve({ HOST: 'localhost', PORT: port }, { ...env, NODE_ENV: 'production' })
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  return { address, pid: child.pid ?? 0, stop }
}

/** What a process holds in memory, in MiB (Linux). */
export function readMemory(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) / 1024
}
