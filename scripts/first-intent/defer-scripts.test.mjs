import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runInNewContext, Script } from 'node:vm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deferScripts } from './defer-scripts.mjs'

const READ = '/(public)/[language]/[page]/page'
const DESK = '/(desk)/edit/page'
const ROUTE = '/(public)/files/route'

let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pot-and-iron-build-'))
  mkdirSync(join(folder, 'static/chunks'), { recursive: true })
  write(
    'build-manifest.json',
    JSON.stringify({ rootMainFiles: ['static/chunks/a.js', 'static/chunks/b.js'], other: 1 }),
  )
  const files = [READ, DESK, ROUTE].map((page) => [page, `app${page}.js`])
  write('server/app-paths-manifest.json', JSON.stringify(Object.fromEntries(files)))
  for (const page of [READ, DESK]) writeReferences(page, { moduleLoading: { prefix: '' } })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function writeReferences(page, changed) {
  const chunks = ['/_next/static/chunks/own.js']
  const references = { entryJSFiles: { x: chunks }, clientModules: { one: { chunks }, two: { chunks } }, ...changed }
  const start = `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["${page}"] = `
  write(`server/app${page}_client-reference-manifest.js`, start + JSON.stringify(references))
}

function readReferences(page) {
  const context = {}
  runInNewContext(readFileSync(join(folder, `server/app${page}_client-reference-manifest.js`), 'utf8'), context)
  return context.__RSC_MANIFEST[page]
}

test('a public page begins with a script that knows the others, and nothing else is written into it', () => {
  deferScripts(folder)
  const [name] = readdirSync(join(folder, 'static/chunks'))
  expect(name).toMatch(/^first-intent-[0-9a-f]{12}\.js$/)
  const script = readFileSync(join(folder, 'static/chunks', name), 'utf8')
  expect(script).toContain('["a.js","b.js","own.js"]')
  expect(script).not.toMatch(/^\s|\/\/ |\/\*/m)
  expect(() => new Script(script)).not.toThrow()
  const manifest = JSON.parse(readFileSync(join(folder, 'build-manifest.json'), 'utf8'))
  expect(manifest).toEqual({
    rootMainFiles: ['static/chunks/a.js', 'static/chunks/b.js'],
    rootMainFilesTree: { [READ]: [`static/chunks/${name}`] },
    other: 1,
  })
  expect(readReferences(READ)).toMatchObject({ moduleLoading: null, entryJSFiles: null })
  expect(Object.keys(readReferences(READ).clientModules)).toEqual(['one', 'two'])
})

test('a page with forms keeps its scripts', () => {
  deferScripts(folder)
  expect(readReferences(DESK)).toMatchObject({ moduleLoading: { prefix: '' } })
  expect(readReferences(DESK).entryJSFiles).not.toBeNull()
})

test.each([
  ['names no public page', () => write('server/app-paths-manifest.json', JSON.stringify({ [DESK]: 'x.js' }))],
  ['names no scripts of the framework', () => write('build-manifest.json', '{"rootMainFiles":[]}')],
  ['writes scripts into a page in another way', () => writeReferences(READ, { moduleLoading: undefined })],
  ['has manifests of another form', () => write(`server/app${READ}_client-reference-manifest.js`, 'export default {}')],
])('a build that %s is refused', (_, plant) => {
  plant()
  expect(() => deferScripts(folder)).toThrow('is not as expected')
})
