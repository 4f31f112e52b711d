import type { BulletinHead, BulletinRow } from './bulletin'
import type { Frequency } from './period'

/** The ministry's words for the wholes its bulletin speaks of; of two that fit the first holds. */
const subjects: readonly [words: RegExp, indicator: string][] = [
  [/安排财政资金/, 'lgb_principal_by_fiscal'],
  [/再融资债券偿还本金/, 'lgb_principal_by_refi'],
  [/偿还本金/, 'lgb_principal_repaid'],
  [/支付利息/, 'lgb_interest_paid'],
  [/平均发行利率/, 'lgb_avg_issue_rate'],
  [/平均发行期限/, 'lgb_avg_issue_maturity'],
  [/剩余平均年限/, 'lgb_stock_maturity'],
  [/平均利率/, 'lgb_stock_rate'],
  [/非政府债券形式/, 'lgd_balance_nonbond'],
  [/^[^\p{Script=Han}]*政府债券$/u, 'lgd_balance_bonds'],
  [/债务限额/, 'lgd_limit_total'],
  [/债务余额/, 'lgd_balance_total'],
  [/新增(地方政府)?债券/, 'lgb_issue_new'],
  [/再融资债券/, 'lgb_issue_refi'],
  [/发行地方政府债券/, 'lgb_issue_total'],
]
const PART = /(一般|专项)债/

/** A figure with its unit; years of a date are none, for a month, an end or a bottom follows them. */
const AMOUNT = /-?\d[\d,]*(?:\.\d+)?(?:(?:万亿|亿|万)?元|%|年(?![\d末底初上下至]))/g

/** `2024年5月`, `5月末`, or the year so far: `2024年1-5月`. */
const PERIOD = /(?:(\d{4})年)?(?:(\d{1,2})月?[-—–至])?(\d{1,2})月/

/**
 * What the text of the ministry's bulletin says for the cells of a sheet, each as it is stated (`1007亿元`): «发行新增债券1007亿元，
 * 其中一般债券117亿元、专项债券890亿元». Sentences on another period than the sheet's are left out, and so are figures of nothing
 * that is known; where a text says something twice the first holds.
 */
export function readBulletinText(
  text: string,
  rows: readonly BulletinRow[],
  { period, frequency }: Pick<BulletinHead, 'period' | 'frequency'>,
): { [indicator: string]: string } {
  const read: { [indicator: string]: string } = {}
  const offered = new Set(rows.flatMap((row) => [row.total, row.general, row.special]))
  let isMeant = true
  let subject = ''
  for (const sentence of splitSentences(text)) {
    isMeant = speaksOf(sentence, period, frequency) ?? isMeant
    if (!isMeant) continue
    for (const { label, amount } of listAmounts(sentence)) {
      const part = PART.exec(label)?.[1]
      // A part alone («其中，一般债务») is of the whole named last.
      subject = findSubject(label) || (part === undefined ? '' : subject)
      const row = rows.find(({ total }) => total === subject)
      const indicator = part === undefined ? subject : part === '一般' ? row?.general : row?.special
      if (indicator && offered.has(indicator)) read[indicator] ??= amount
    }
  }
  return read
}

function splitSentences(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[ \t]/g, '')
    .split(/[。\n\r]/)
}

/** Whether a sentence is on the period of the sheet; null where it names none and goes on with that of the one before. */
function speaksOf(sentence: string, period: string, frequency: Frequency): boolean | null {
  const [, year, first, month] = PERIOD.exec(sentence) ?? []
  if (month === undefined) return null
  if (year !== undefined && year !== period.slice(0, 4)) return false
  if (frequency === 'A') return month === '12'
  return (first !== undefined) === (frequency === 'YTD') && Number(month) === Number(period.slice(5, 7))
}

/** Every figure of a sentence, and what stands between it and the one before. */
function listAmounts(sentence: string): { label: string; amount: string }[] {
  let from = 0
  return [...sentence.matchAll(AMOUNT)].map(({ 0: amount, index }) => {
    const label = sentence.slice(from, index)
    from = index + amount.length
    return { label, amount }
  })
}

/** The indicator a label names as a whole; empty where it names none. */
function findSubject(label: string): string {
  return subjects.find(([words]) => words.test(label))?.[1] ?? ''
}
