import { beforeAll, expect, test } from 'vitest'
import { loadFirstData } from '@/db/first-data'
import { getRecord } from '@/db/get-record'
import { publish } from '@/db/publish'
import { addTestEditor, useTestDatabase as openTestDatabase } from '@/db/testing/use-database'
import { toViewSegment } from '@/domain/address'
import type { Change } from '@/domain/change'
import { getDefaultView } from '@/domain/view'
import { unzip } from '@/e2e/testing/workbook'
import { answerWorkbook } from './answer-workbook'

openTestDatabase()

const FORMULA = '=HYPERLINK("http://example.org")'
const view = getDefaultView('debt')

/** Edition 5 adds figures until there are 10,001, one of them with a note that looks like a formula. */
beforeAll(async () => {
  await loadFirstData()
  const author = await addTestEditor('wang')
  const like = (await getRecord('observation', 'lgb_issue_total.CN.2024-07.M.official', 4))?.fields ?? {}
  const changes: Change[] = Array.from({ length: 10_001 - 2_311 }, (_, at) => {
    const day = new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10)
    const fields = { ...like, period: day, frequency: 'I', note: at === 0 ? FORMULA : 'so' }
    return { noun: 'observation', id: `lgb_issue_total.CN.${day}.I.official`, base: null, fields }
  })
  const result = await publish({ author, summary: 'many figures', changes })
  if (!result.ok) throw new Error(JSON.stringify(result))
})

function ask(edition: number, asked: typeof view, language = 'en') {
  const segment = toViewSegment({ page: 'debt', view: asked })
  return answerWorkbook(Promise.resolve({ language, edition: String(edition), page: 'debt', view: segment }))
}

test('one row more than a workbook holds is refused in words that name the limit and the way out', async () => {
  const response = await ask(5, view)
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const { title, detail } = (await response.json()) as { title: string; detail: string }
  expect(title).toBe('too-many-rows')
  expect(detail).toMatch(/^This view has 10001 rows, and a workbook holds at most 10000\..*\/@5\/debt\.csv$/)
  expect(((await (await ask(5, view, 'zh')).json()) as { detail: string }).detail).toContain('10000')
})

test('the edition before fits, and is whole', async () => {
  const response = await ask(4, view)
  expect(response.status).toBe(200)
  const { 'xl/worksheets/sheet2.xml': rows = '' } = unzip(Buffer.from(await response.arrayBuffer()))
  expect(rows.match(/<row /g)).toHaveLength(2_311 + 1)
})

test('a note that looks like a formula is a text', async () => {
  const response = await ask(5, { ...view, from: '1950-01-01', to: '1950-01-01' })
  const files = unzip(Buffer.from(await response.arrayBuffer()))
  expect(files['xl/sharedStrings.xml']).toContain('<t>=HYPERLINK(')
  for (const [name, text] of Object.entries(files)) expect(text, name).not.toMatch(/<f[ >]/)
})

test('there is no workbook of what is not there', async () => {
  expect((await ask(6, view)).status).toBe(404)
})
