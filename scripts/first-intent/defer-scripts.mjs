/** The scripts of a public page wait until a reader does something. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Pages that are read: the other routes have forms that need their scripts at once. */
const PUBLIC = /^\/\(public\)\/.*\/page$/
const PLACE = '/* scripts */ []'
/** Lines that are comments, and indentation: every reader pays for them. */
const COMMENTS = /^\s*(\/\*\*|\*|\/\/).*\n|^\s+/gm

/**
 * Changes a finished build so that a public page begins with `first-intent.js` in place of the scripts Next names for it:
 * those of the framework stand in the build manifest, for each page where it has some of its own (`rootMainFilesTree`); those
 * of its client components in the page's reference manifest, where `moduleLoading` and `entryJSFiles` are what lets Next
 * write them into a page. What a page needs when it comes to life is named there as before.
 * @throws Error when the build names no public page or none of these, so that another version of Next is not taken for this
 */
export function deferScripts(buildDirectory) {
  const path = join(buildDirectory, 'build-manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const pages = Object.entries(readJson(join(buildDirectory, 'server/app-paths-manifest.json')))
  const publicPages = pages.filter(([page]) => PUBLIC.test(page))
  if (publicPages.length === 0 || !manifest.rootMainFiles?.length) throw new Error(`${path} is not as expected`)
  manifest.rootMainFilesTree = Object.fromEntries(
    publicPages.map(([page, file]) => {
      const own = leaveOutScripts(
        join(buildDirectory, 'server', file.replace(/\.js$/, '_client-reference-manifest.js')),
      )
      const names = [...manifest.rootMainFiles, ...own].map((script) => basename(script))
      return [page, [writeFirstIntent(join(buildDirectory, 'static/chunks'), names)]]
    }),
  )
  writeFileSync(path, JSON.stringify(manifest))
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** @returns {string[]} the scripts of the client components of a page, which its manifest no longer has written into it */
function leaveOutScripts(path) {
  const [, head = '', body = ''] = /^(.*\] = )(\{.*\});?\s*$/s.exec(readFileSync(path, 'utf8')) ?? []
  const manifest = JSON.parse(body || 'null')
  if (!manifest?.moduleLoading || !manifest.entryJSFiles) throw new Error(`${path} is not as expected`)
  writeFileSync(path, `${head}${JSON.stringify({ ...manifest, moduleLoading: null, entryJSFiles: null })}`)
  return [...new Set(Object.values(manifest.clientModules).flatMap(({ chunks }) => chunks))]
}

/** Named after its content, like every file beside it, for browsers keep them for good. */
function writeFirstIntent(folder, names) {
  const template = readFileSync(new URL('./first-intent.js', import.meta.url), 'utf8')
  const text = template.replace(PLACE, () => JSON.stringify(names)).replace(COMMENTS, '')
  const name = `first-intent-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`
  writeFileSync(join(folder, name), text)
  return `static/chunks/${name}`
}
