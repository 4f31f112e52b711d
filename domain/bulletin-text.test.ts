import { expect, test } from 'vitest'
import { readBulletinText } from './bulletin-text'

const rows = [
  { total: 'lgb_issue_total', general: 'lgb_issue_total_general', special: 'lgb_issue_total_special' },
  { total: 'lgb_issue_new', general: 'lgb_issue_new_general', special: 'lgb_issue_new_special' },
  { total: 'lgb_issue_refi', general: 'lgb_issue_refi_general', special: 'lgb_issue_refi_special' },
  { total: 'lgd_balance_total', general: 'lgd_balance_general', special: 'lgd_balance_special' },
  ...['lgd_balance_bonds', 'lgd_balance_nonbond', 'lgb_principal_repaid', 'lgb_principal_by_refi'].map(single),
  ...['lgb_principal_by_fiscal', 'lgb_interest_paid', 'lgb_stock_maturity', 'lgb_stock_rate'].map(single),
]

const december = { period: '2024-12', frequency: 'M' } as const
const may = { period: '2024-05', frequency: 'M' } as const

function single(total: string) {
  return { total, general: null, special: null }
}

test('the sentences of a month name their wholes and their parts', () => {
  const text =
    '2024年12月，全国发行新增债券1007亿元，其中一般债券117亿元、专项债券890亿元。全国发行再融资债券10,250亿元，其中一般债券１２２３亿元、专项债券9027亿元。合计，全国发行地方政府债券1.1257万亿元，其中一般债券1340亿元、专项债券9917亿元。'
  expect(readBulletinText(text, rows, december)).toEqual({
    lgb_issue_new: '1007亿元',
    lgb_issue_new_general: '117亿元',
    lgb_issue_new_special: '890亿元',
    lgb_issue_refi: '10,250亿元',
    lgb_issue_refi_general: '1223亿元',
    lgb_issue_refi_special: '9027亿元',
    lgb_issue_total: '1.1257万亿元',
    lgb_issue_total_general: '1340亿元',
    lgb_issue_total_special: '9917亿元',
  })
})

test('the year so far is for its own sheet, another month for none, and of what is said twice the first holds', () => {
  const text = `2024年5月，全国发行新增债券4527亿元，其中一般债券144亿元。
2024年1-5月，全国发行新增债券14578亿元，其中一般债券2971亿元。全国发行新增债券1亿元。`
  expect(readBulletinText(text, rows, may)).toEqual({ lgb_issue_new: '4527亿元', lgb_issue_new_general: '144亿元' })
  expect(readBulletinText(text, rows, { ...may, frequency: 'YTD' })).toEqual({
    lgb_issue_new: '14578亿元',
    lgb_issue_new_general: '2971亿元',
  })
  expect(readBulletinText(text, rows, { period: '2023-05', frequency: 'M' })).toEqual({})
})

test('what is repaid and by what, balances and their forms, years and shares', () => {
  const repaid =
    '2024年12月，地方政府债券到期偿还本金2387亿元，其中发行再融资债券偿还本金2123亿元、安排财政资金等偿还本金264亿元。当月地方政府债券支付利息1091亿元。'
  expect(readBulletinText(repaid, rows, december)).toEqual({
    lgb_principal_repaid: '2387亿元',
    lgb_principal_by_refi: '2123亿元',
    lgb_principal_by_fiscal: '264亿元',
    lgb_interest_paid: '1091亿元',
  })
  const balance =
    '截至2024年12月末，全国地方政府债务余额475371亿元，控制在批准的限额之内。其中，一般债务167013亿元，专项债务308358亿元；政府债券473669亿元，非政府债券形式存量政府债务1702亿元。'
  const stock = '截至2024年12月末，地方政府债券剩余平均年限9.9年，其中一般债券6.2年；平均利率3.10%。'
  expect(readBulletinText(balance + stock, rows, { period: '2024-12-31', frequency: 'I' })).toEqual({
    lgd_balance_total: '475371亿元',
    lgd_balance_general: '167013亿元',
    lgd_balance_special: '308358亿元',
    lgd_balance_bonds: '473669亿元',
    lgd_balance_nonbond: '1702亿元',
    lgb_stock_maturity: '9.9年',
    lgb_stock_rate: '3.10%',
  })
})

test('a text that speaks of nothing known says nothing', () => {
  expect(readBulletinText('2024年12月，全国税收收入100亿元。', rows, december)).toEqual({})
  expect(readBulletinText('426098亿元', rows, december)).toEqual({})
})
