import { readdirSync, readFileSync } from 'node:fs'
import type { APIRequestContext, BrowserContext } from '@playwright/test'
import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { read, transact } from '@/db/client'
import { keepImport } from '@/db/import-drafts'
import { countStates } from '@/domain/import-report'
import { canPerform, type Permission, permissions, type Role } from '@/domain/permission'
import { type Person, signIn, test } from './testing/desk'

const BUILD_DIR = '.next-test'
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })

/** Every server action the build has, by its exported name: what anyone may try to call, used by a page or not. */
const actions = Object.entries(
  (
    JSON.parse(readFileSync(`${BUILD_DIR}/server/server-reference-manifest.json`, 'utf8')) as {
      node: Record<string, { exportedName: string; workers: Record<string, unknown> }>
    }
  ).node,
).map(([id, { exportedName, workers }]) => ({
  id,
  name: exportedName,
  page: Object.keys(workers)[0]?.replace(/^app\/\(desk\)\/\[language\]|\/page$/g, '') ?? '',
}))

const pages = files
  .filter((file) => file.startsWith('(desk)/') && file.endsWith('/page.tsx'))
  .map((file) => file.slice('(desk)/[language]'.length, -'/page.tsx'.length))

const routes = files
  .filter((file) => /^(\(desk\)|api)\//.test(file) && file.endsWith('/route.ts'))
  .flatMap((file) => {
    const path = `/${file.slice(0, -'/route.ts'.length).replace('(desk)/[language]/', '')}`
    const text = readFileSync(`app/${file}`, 'utf8')
    return [...text.matchAll(/^export (?:async function|const) ([A-Z]+)\b/gm)].map(([, method = '']) => ({
      method,
      path,
    }))
  })

/** One that is in the first data: only a source has files. */
const SOURCE = 's-seed'

/** An address for each address with a gap in it. */
const gaps: Record<string, string> = {
  '[noun]': 'area',
  '[id]': 'CN-GZ',
  '[n]': '1',
  '[kind]': 'weak',
  '[secret]': 'no-such-link',
  '[...nextauth]': 'session',
}
const fill = (path: string, { proposal = 0, draft = 0 } = {}) =>
  path
    .replace('proposals/[n]', `proposals/${proposal}`)
    .replace('import/[n]', `import/${draft}`)
    .replace('source/[id]', `source/${SOURCE}`)
    .replace(/\[[^\]]+\]/g, (gap) => gaps[gap] ?? gap)

test('what the files and the build have is what the table of permissions names', () => {
  const found = [...actions.map(({ name }) => name), ...pages, ...routes.map(({ method, path }) => `${method} ${path}`)]
  expect(found.toSorted()).toEqual(Object.keys(permissions).toSorted())
})

/** Whoever may sign out is signed out by it; handing in asks for a token, and no session will do, whoever's it is. */
const leftOut = ['/api/sign-out', '/api/proposals']

/** Whoever may ask, and as what the table counts them. */
const callers = [
  { who: 'a stranger', role: null },
  { who: 'somebody with a forged cookie', role: null },
  { who: 'somebody whose session was ended', role: null },
  { who: 'a disabled editor', role: null },
  { who: 'a disabled admin', role: null },
  { who: 'an admin made editor a moment ago', role: 'editor' },
  { who: 'a contributor', role: 'contributor' },
  { who: 'an editor', role: 'editor' },
  { who: 'an admin', role: 'admin' },
] as const satisfies readonly { who: string; role: Role | null }[]

for (const { who, role } of callers) {
  test(`${who} gets exactly what the table says`, async ({ browser, baseURL, makePerson }) => {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
    const request = context.request
    const { id: author } = await makePerson('Somebody')
    const own = { proposal: await insertProposal(author), draft: 0 }
    await become(who, context, async (as) => {
      const person = await makePerson('Nobody', as)
      if (as === 'contributor') own.proposal = await insertProposal(person.id)
      own.draft = await insertDraft(person.id)
      await signIn(context, person)
      return person
    })
    const before = await countAll()

    for (const path of pages) {
      const answer = await request.get(fill(path, own), { maxRedirects: 0 })
      const asked = `GET ${path}`
      if (canPerform(role, path as Permission)) expect(answer.status(), asked).toBe(200)
      else if (role === null) expect(answer.headers().location, asked).toContain('/sign-in?to=')
      else expect(answer.headers().location, asked).toContain('/edit/account?error=forbidden')
    }
    for (const { method, path } of routes.filter((route) => !leftOut.includes(route.path))) {
      const answer = await request.fetch(`${fill(path, own)}?noun=area&q=a`, {
        method,
        maxRedirects: 0,
        headers: { Origin: baseURL ?? '' },
      })
      const may = canPerform(role, `${method} ${path}` as Permission)
      expect([401, 403].includes(answer.status()), `${method} ${path}`).toBe(!may)
      expect(answer.status(), `${method} ${path}`).toBeLessThan(500)
    }
    for (const { id, name, page } of actions) {
      const answer = await callAction(request, baseURL ?? '', fill(page, own), id)
      if (canPerform(role, name as Permission)) {
        expect(answer.status, name).toBe(200)
        expect(answer.text, name).toMatch(/"(error|done)":"(?!signed-out|forbidden)/)
      } else if (who === 'a stranger') expect(answer.status, name).toBe(401)
      else expect(answer.text, name).toContain(`"error":"${role === null ? 'signed-out' : 'forbidden'}"`)
    }
    expect(await countAll(), 'nothing has changed').toEqual(before)
    await context.close()
  })
}

/** Signs in as somebody and then lets come over them what the caller's name says. */
async function become(
  who: (typeof callers)[number]['who'],
  context: BrowserContext,
  enter: (role: Role) => Promise<Person>,
): Promise<void> {
  switch (who) {
    case 'a stranger':
      return
    case 'somebody with a forged cookie':
      await enter('admin')
      return forgeCookie(context)
    case 'somebody whose session was ended': {
      const { id } = await enter('admin')
      await run(sql`delete from desk.session where "user" = ${id}`)
      return
    }
    case 'a disabled editor':
    case 'a disabled admin': {
      const { id } = await enter(who === 'a disabled admin' ? 'admin' : 'editor')
      await run(sql`update desk."user" set disabled = true where id = ${id}`)
      return
    }
    case 'an admin made editor a moment ago': {
      const { id } = await enter('admin')
      await run(sql`update desk."user" set role = 'editor' where id = ${id}`)
      return
    }
    default:
      await enter(who === 'an admin' ? 'admin' : who === 'a contributor' ? 'contributor' : 'editor')
  }
}

/** A cookie of the right name and shape, with one letter of its token turned. */
async function forgeCookie(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies()
  const session = cookies.find(({ name }) => name.endsWith('session-token'))
  if (!session) throw new Error('there is no session cookie to forge')
  const turned = session.value.at(-5) === 'A' ? 'B' : 'A'
  await context.addCookies([{ ...session, value: session.value.slice(0, -5) + turned + session.value.slice(-4) }])
}

/** Calls an action as React does: the state before, and an empty form. */
async function callAction(
  request: APIRequestContext,
  origin: string,
  path: string,
  id: string,
): Promise<{ status: number; text: string }> {
  const answer = await request.post(path, {
    headers: { Origin: origin, 'Next-Action': id, Accept: 'text/x-component' },
    multipart: { '0': '[null,"$K1"]', '1_empty': '' },
  })
  return { status: answer.status(), text: await answer.text() }
}

/** Something that waits, for the address of one proposal. */
async function insertProposal(author: string): Promise<number> {
  const [row] = await run(sql`
    insert into desk.proposal (author, summary, changes) values (${author}, 'Waits', '[]') returning n`)
  return Number(row?.n)
}

/** A file that somebody is about to import. */
function insertDraft(author: string): Promise<number> {
  const report = { edition: 1, counts: countStates([]), problems: [], rows: [] }
  const file = { name: '', noun: 'area' as const, text: 'ID', columns: null, edition: 1 }
  return keepImport(author, { ...file, report, reportCsv: '' })
}

async function countAll(): Promise<unknown> {
  const [row] = await read((database) => database.execute(sql`select (select count(*) from edition) as editions`))
  const [desk] = await run(sql`
    select (select count(*) from desk."user") as people, (select count(*) from desk.link) as links,
      (select count(*) from desk.session) as sessions, (select count(*) from desk.proposal_event) as events,
      (select count(*) from desk.redaction) as redactions`)
  return { ...row, ...desk }
}

function run(query: ReturnType<typeof sql>) {
  return transact((transaction) => transaction.execute(query))
}
