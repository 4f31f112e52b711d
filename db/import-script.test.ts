import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadFirstData } from './first-data'
import { addTestEditor, useTestDatabase } from './testing/use-database'

useTestDatabase()

let folder = ''
beforeAll(async () => {
  await loadFirstData()
  await addTestEditor('ed')
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  await write('edition.json', JSON.stringify({ summary: 'May 2009' }))
  await write('sources.csv', `${SOURCE_HEADS}\ns-old,Bulletin,Bureau,https://example.org/2009,2009-05,zh,official,C`)
})
afterAll(() => rm(folder, { recursive: true }))

const SOURCE_HEADS = 'ID,TITLE,PUBLISHER,URL,PUBLISHED_ON,LANGUAGE,KIND,RELIABILITY'
const HEADS = 'INDICATOR,REF_AREA,TIME_PERIOD,FREQ,OBS_VALUE,OBS_STATUS,CLAIMANT,SOURCE'
const write = (name: string, text: string) => writeFile(join(folder, name), text)
const writeFigure = (value: string) =>
  write('observations.csv', `${HEADS}\nlgb_issue_new,632802,2009-05,M,${value},official,official,s-old`)

/** Runs the script as `npm run import` does, and answers with its exit code and all it said. */
function run(...parameters: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...parameters], (error, out, wrong) =>
      done({ code: error ? Number(error.code) : 0, said: out + wrong }),
    )
  })
}

test('a folder of two nouns: told what is wrong, what is unusual, and published with a note', async () => {
  await writeFigure('4O')
  const wrong = await run(folder)
  expect(wrong).toMatchObject({ code: 1 })
  expect(wrong.said).toContain('Against edition 4: 1 error, 1 new.')
  expect(wrong.said).toContain('observations.csv:2: error lgb_issue_new.632802.2009-05.M.official value: decimal «4O»')
  expect(wrong.said).toContain('Nothing was written')

  await writeFigure('40')
  const looked = await run(folder)
  expect(looked).toMatchObject({ code: 0 })
  expect(looked.said).toContain('Records with one weak source only: 1')
  expect(looked.said).toContain('Nothing was written.')
  const [, mark = ''] = /--warned ([0-9a-f]{16})/.exec(looked.said) ?? []

  const asked = await run(folder, 'ed@example.org')
  expect(asked).toMatchObject({ code: 1 })
  expect(asked.said).toContain(`Not published: this asks for a note. Add --note "why it is right" --warned ${mark}.`)
  const done = await run(folder, 'ed@example.org', '--note', 'As printed', '--warned', mark)
  expect(done).toMatchObject({ code: 0 })
  expect(done.said).toContain('Published as edition 5.')
}, 240_000)
