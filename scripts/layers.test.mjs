import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Each a file that imports what its layer may not, or may. */
const refused = [
  ['domain/a.ts', "'@/db/areas'"],
  ['domain/a.ts', "'../messages/en'"],
  ['domain/a.ts', "'react'"],
  ['messages/a.ts', "'@/components/table'"],
  ['messages/a.ts', "'@/domain/area'"],
  ['db/a.ts', "'next/cache'"],
  ['db/a.ts', "'@/app/session'"],
  ['db/a.ts', "'@/messages/en'"],
  ['components/a.tsx', "'@/db/areas'"],
  ['components/a.tsx', "'next/navigation'"],
  ['components/a.tsx', "'@/app/session'"],
  ['app/a.tsx', "'drizzle-orm'"],
  ['app/a.tsx', "'postgres'"],
  ['app/b/a.tsx', "'@/db/client'"],
  ['app/b/a.tsx', "'../../db/client'"],
  ['app/a.tsx', "'@/db/schema/area'"],
  ['proxy.ts', "'@/components/table'"],
  ['proxy.ts', "'@/db/client'"],
  ['proxy/a.ts', "'@/app/session'"],
  ['proxy/a.ts', "'@/db/client'"],
]
const allowed = [
  ['domain/a.ts', "'zod'"],
  ['domain/a.ts', "'./area'"],
  ['db/a.ts', "'@/domain/area'"],
  ['db/a.ts', "'drizzle-orm/pg-core'"],
  ['components/a.tsx', "'@/messages/en'"],
  ['components/a.tsx', "'d3-scale'"],
  ['components/a.tsx', "'next/link'"],
  ['app/a.tsx', "'@/db/areas'"],
  ['app/a.tsx', "'@/components/table'"],
  ['proxy.ts', "'@/domain/view'"],
  ['proxy.ts', "'@/proxy/desk'"],
  ['proxy/a.ts', "'./desk'"],
  ['proxy/a.ts', "'@/db/current-edition'"],
]

const biome = resolve('node_modules/@biomejs/biome/bin/biome')
let folder

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pot-and-iron-layers-'))
  cpSync('biome.json', join(folder, 'biome.json'))
  cpSync('scripts/lint', join(folder, 'scripts/lint'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lint(file, text) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
  const done = spawnSync(process.execPath, [biome, 'lint', '--colors=off', file], { cwd: folder, encoding: 'utf8' })
  rmSync(join(folder, file))
  return { ok: done.status === 0, said: done.stdout + done.stderr }
}

const importing = (from) => `import { one } from ${from}\n\nexport const two = [one]\n`

test.each(refused)('%s may not import %s, and is told why', (file, from) => {
  const { ok, said } = lint(file, importing(from))
  expect(ok).toBe(false)
  expect(said).toMatch(/noRestrictedImports|plugin/)
})

test.each(allowed)('%s may import %s', (file, from) => {
  expect(lint(file, importing(from))).toMatchObject({ ok: true })
})

test('messages may import a type of domain', () => {
  expect(lint('messages/a.ts', "import type { One } from '@/domain/area'\n\nexport type Two = One[]\n").ok).toBe(true)
})

test('any is refused', () => {
  expect(lint('domain/a.ts', 'export const one: any = 1\n').said).toContain('noExplicitAny')
})
