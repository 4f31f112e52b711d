import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { measureOnce } from './load'
import { take } from './reading'
import { readMemory, type Site } from './site'
import type { Times } from './times'
import { listGeneratedViews } from './views'

const VIEWS = 3_000
const CALLERS = 4

/** In MiB. */
export type MemoryFigures = {
  views: number
  before: number
  after: number
  diskBefore: number
  diskAfter: number
  times: Times
}

/** What 3,000 different views, each asked for once, leave in memory and on disk. */
export async function measureMemory(site: Site, buildDirectory: string): Promise<MemoryFigures> {
  const urls = [...take(listGeneratedViews('/debt'), VIEWS / 2), ...take(listGeneratedViews('/zh/debt'), VIEWS / 2)]
  const before = readMemory(site.pid)
  const diskBefore = measureFolder(buildDirectory)
  const times = await measureOnce(
    urls.map((url) => site.address + url),
    CALLERS,
  )
  return {
    views: urls.length,
    before,
    after: readMemory(site.pid),
    diskBefore,
    diskAfter: measureFolder(buildDirectory),
    times,
  }
}

function measureFolder(folder: string): number {
  const bytes = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0)
  return bytes / 1024 / 1024
}
