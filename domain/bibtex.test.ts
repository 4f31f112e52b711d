import { describe, expect, test } from 'vitest'
import { formatBibtex } from './bibtex'

const entry = {
  site: 'Pot & Iron',
  title: 'Debt statistics',
  edition: 4,
  on: '2026-11-23',
  address: 'https://example.org/@4/debt?area=CN-GZ&from=2024',
}

describe('a view in BibTeX', () => {
  test('says what, which edition, when and where', () => {
    expect(formatBibtex(entry)).toMatch(
      /^@misc\{pot-and-iron-4-debt-[a-z0-9]+,\n {2}author = \{\{Pot \\& Iron\}\},\n {2}title = \{\{Debt statistics\}\},\n {2}year = \{2026\},\n {2}edition = \{4\},\n {2}date = \{2026-11-23\},\n {2}url = \{https:\/\/example\.org\/@4\/debt\?area=CN-GZ&from=2024\}\n\}$/,
    )
  })

  test('has a key of its own for each view, the same each time', () => {
    const key = (address: string) => formatBibtex({ ...entry, address }).split('\n')[0]
    expect(key(entry.address)).toBe(key(entry.address))
    expect(key(entry.address)).not.toBe(key('https://example.org/@4/debt?area=CN-CQ&from=2024'))
    expect(key(entry.address)).toBe(key('https://elsewhere.org/@4/debt?area=CN-GZ&from=2024'))
  })

  test.each([
    ['100% of {x} & y_z', '100\\% of \\textbraceleft{}x\\textbraceright{} \\& y\\_z'],
    ['a}', 'a\\textbraceright{}'],
    ['\\end', '\\textbackslash{}end'],
    ['two\nlines', 'two lines'],
    ['«砸锅卖铁»', '«砸锅卖铁»'],
  ])('writes %j so that TeX prints it', (title, written) => {
    expect(formatBibtex({ ...entry, title })).toContain(`  title = {{${written}}},\n`)
  })

  test.each(['}', '{', '\\{', '}{', '{{a}', '\\'])('keeps its braces balanced around %j', (title) => {
    const text = formatBibtex({ ...entry, title, address: `${entry.address}&q=${title}` })
    let depth = 0
    for (const [at, sign] of [...text].entries()) {
      if (sign === '{') depth += 1
      if (sign === '}') depth -= 1
      if (depth === 0 && at > text.indexOf('{')) expect(at).toBe(text.length - 1)
    }
    expect(depth).toBe(0)
  })
})
