import { expect, test } from 'vitest'
import { unzip } from '@/e2e/testing/workbook'
import { writeWorkbook } from './write-workbook'

async function writeOne(cells: (string | number | null)[]) {
  const file = await writeWorkbook([{ name: 'rows', rows: [['HEAD'], ...cells.map((cell) => [cell])], head: true }])
  const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/sharedStrings.xml': strings = '' } = unzip(file)
  return { sheet, texts: [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text) }
}

test.each(['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1'])('%j stays a text', async (text) => {
  const { sheet, texts } = await writeOne([text])
  expect(sheet).not.toContain('<f')
  expect(sheet).toMatch(/<c r="A2"[^>]* t="s"/)
  expect(texts.at(-1)).toBe(text)
})

test('a number stays a number, and what is not there has no cell', async () => {
  const { sheet } = await writeOne([-12.5, null, 0])
  expect(sheet).toMatch(/<c r="A2"[^>]*><v>-12\.5<\/v>/)
  expect(sheet).not.toMatch(/<c r="A3"[^>]*><v>/)
  expect(sheet).toMatch(/<c r="A4"[^>]*><v>0<\/v>/)
  expect(sheet).toContain('state="frozen"')
})

test('a text that spells a character number is not read as the character', async () => {
  expect((await writeOne(['_x0041_'])).texts.at(-1)).toBe('_x005F_x0041_')
})
