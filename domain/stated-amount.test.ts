import { expect, test } from 'vitest'
import { parseBlock, parseStatedAmount } from './stated-amount'

test.each([
  ['426098', '426098', 'plain'],
  ['426,098', '426098', 'plain'],
  ['４２６０９８亿元', '426098', 'yi'],
  ['426098 亿', '426098', 'yi'],
  ['4.2万亿元', '42000', 'wan-yi'],
  ['42.6098万亿元', '426098', 'wan-yi'],
  ['0.00005万亿', '0.5', 'wan-yi'],
  ['12.50亿元', '12.50', 'yi'],
  ['3500万元', '0.35', 'wan'],
  ['100000000元', '1', 'yuan'],
  ['1.5 trillion', '15000', 'trillion'],
  ['7.5bn', '75', 'billion'],
  ['-3亿元', '-3', 'yi'],
  ['−0亿元', '0', 'yi'],
])('%s of an indicator in 亿元 is %s', (text, value, stated) => {
  expect(parseStatedAmount(text, 'CNY', 8)).toEqual({ ok: true, value, stated })
})

test.each([
  ['2.35%', 'percent', '2.35', 'percent'],
  ['２．３５％', 'percent', '2.35', 'percent'],
  ['9.9年', 'years', '9.9', 'years'],
] as const)('%s of an indicator in %s is %s', (text, unit, value, stated) => {
  expect(parseStatedAmount(text, unit, 0)).toEqual({ ok: true, value, stated })
})

test.each([
  ['', 'decimal'],
  ['4,2', 'decimal'],
  ['1.2.3', 'decimal'],
  ['约426098亿元', 'decimal'],
  ['426098美元', 'unit'],
  ['3%', 'unit'],
])('%j is refused as %s', (text, error) => {
  expect(parseStatedAmount(text, 'CNY', 8)).toEqual({ ok: false, error })
})

test('a block of a spreadsheet is rows of cells', () => {
  expect(parseBlock('1\t 2\r\n3\t\r\n')).toEqual([
    ['1', '2'],
    ['3', ''],
  ])
})
