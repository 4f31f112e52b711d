import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { permissions } from '@/domain/permission'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
const desk = files.filter((file) => file.startsWith('(desk)/') || file.startsWith('api/'))
const read = (file: string) => readFileSync(`app/${file}`, 'utf8')

/** Every server action: its exported name and its text up to the next export. */
const actions = files
  .filter((file) => /\.tsx?$/.test(file) && /^['"]use server['"]/.test(read(file)))
  .flatMap((file) =>
    read(file)
      .split(/^export /m)
      .slice(1),
  )
  .map((text) => ({ name: /^(?:async )?function (\w+)/.exec(text)?.[1] ?? text.slice(0, 40), text }))

const routes = desk
  .filter((file) => file.endsWith('/route.ts'))
  .flatMap((file) => {
    const methods = [...read(file).matchAll(/^export (?:async function|const) ([A-Z]+)\b/gm)].map(
      ([, method]) => method,
    )
    return methods.map((method) => `${method} /${file.slice(0, -'/route.ts'.length).replace('(desk)/[language]/', '')}`)
  })

const pages = desk
  .filter((file) => file.endsWith('/page.tsx'))
  .map((file) => file.slice('(desk)/[language]'.length, -'/page.tsx'.length))

test('every action, route handler and page of the desk is in the table of permissions, and nothing else is', () => {
  const found = [...actions.map(({ name }) => name), ...routes, ...pages]
  expect(found.toSorted()).toEqual(Object.keys(permissions).toSorted())
})

test('the first thing an action does is to authorise itself, by its own name', () => {
  expect(actions.length).toBeGreaterThan(0)
  for (const { name, text } of actions) {
    const first = /await (\w+\('\w+')|(authorise(?:Action|Fresh)\('\w+')/.exec(text)
    expect(text.slice(first?.index).replace('await ', '')).toMatch(new RegExp(`^authorise(Action|Fresh)?\\('${name}'`))
    expect(text.slice(0, first?.index)).not.toContain('await ')
  }
})

test('a page of the desk below /edit authorises by its own address', () => {
  for (const page of pages.filter((path) => path.startsWith('/edit'))) {
    expect(read(`(desk)/[language]${page}/page.tsx`)).toMatch(
      new RegExp(`authorise(Page|FormPage)?\\(\\s*'${page.replace(/[[\].]/g, '\\$&')}'`),
    )
  }
})
