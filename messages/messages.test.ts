import { describe, expect, it } from 'vitest'
import { bulletinEn } from './desk/bulletin.en'
import { bulletinZh } from './desk/bulletin.zh'
import { deskEn } from './desk/desk.en'
import { deskZh } from './desk/desk.zh'
import { editEn } from './desk/edit.en'
import { editZh } from './desk/edit.zh'
import { deskHomeEn } from './desk/home.en'
import { deskHomeZh } from './desk/home.zh'
import { importEn } from './desk/import.en'
import { importZh } from './desk/import.zh'
import { redactionEn } from './desk/redaction.en'
import { redactionZh } from './desk/redaction.zh'
import { reviewEn } from './desk/review.en'
import { reviewZh } from './desk/review.zh'
import { tokenEn } from './desk/token.en'
import { tokenZh } from './desk/token.zh'
import { warningEn } from './desk/warning.en'
import { warningZh } from './desk/warning.zh'
import { en } from './en'
import { evidenceEn } from './public/evidence.en'
import { evidenceZh } from './public/evidence.zh'
import { problemEn } from './public/problem.en'
import { problemZh } from './public/problem.zh'
import { zh } from './zh'

/** Words that stand in the other language on purpose, and what both languages share; all by the path to them. */
const SHARED = new Set([
  // The name of the other language is written in that language.
  'site.otherLanguage',
  'nav.language',
  // Sentences of Chinese follow one another without a space.
  'site.gap',
  // Signs, and templates that only put names and numbers together.
  'units.percent 0',
  'units.plain',
  'chart.amount.percent',
  'chart.scale.percent',
  'names.observation',
  'names.report',
  'names.mention',
  'picture.credit',
])

/** Half-width marks beside a Chinese character, and spaces beside a full-width mark. */
const BADLY_SET = /\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}|[，。；：、“”（）] | [，。；：、“”（）]/u

/** Every text of a tree of messages by the path to it, `home.title`. */
function listTexts(tree: unknown, path = ''): [path: string, text: string][] {
  if (typeof tree === 'string') return [[path, tree]]
  return Object.entries(tree as object).flatMap(([key, branch]) => listTexts(branch, path ? `${path}.${key}` : key))
}

/** The places to fill in. A month goes by `{month}`, its name, in English and by `{m}`, its number, in Chinese. */
function listPlaces(path: string, text: string): string {
  const places = [...new Set(text.match(/\{\w+\}/g))].sort()
  return (path.startsWith('chart.period.') ? places.filter((place) => !/^\{m(onth)?\}$/.test(place)) : places).join(' ')
}

describe.each([
  ['of the public pages', en, zh],
  ['of the desk', deskEn, deskZh],
  ['of the forms', editEn, editZh],
  ['of reviewing', reviewEn, reviewZh],
  ['of files that prove something', evidenceEn, evidenceZh],
  ['of problems', problemEn, problemZh],
  ['of redactions', redactionEn, redactionZh],
  ['of the page the desk opens with', deskHomeEn, deskHomeZh],
  ['of importing', importEn, importZh],
  ['of bulletins', bulletinEn, bulletinZh],
  ['of tokens', tokenEn, tokenZh],
  ['of what is doubtful', warningEn, warningZh],
])('the words %s', (_, english, chinese) => {
  const texts = new Map(listTexts(chinese))
  const pairs = listTexts(english).map(([path, text]) => ({ path, text, translated: texts.get(path) ?? '' }))
  const own = pairs.filter(({ path }) => !SHARED.has(path) && !path.endsWith('.id'))

  it('are the same words in both languages', () => {
    expect([...texts.keys()].sort()).toEqual(pairs.map(({ path }) => path).sort())
  })

  it('leave the same places to fill in', () => {
    const places = (of: 'text' | 'translated') =>
      pairs.map((pair) => `${pair.path}: ${listPlaces(pair.path, pair[of])}`)
    expect(places('translated')).toEqual(places('text'))
  })

  it('close every brace they open', () => {
    const broken = ({ text, translated }: { text: string; translated: string }) =>
      /[{}]/.test(`${text}${translated}`.replace(/\{\w+\}/g, ''))
    expect(pairs.filter(broken)).toEqual([])
  })

  it('are in Chinese where they should be', () => {
    const isEnglish = ({ text, translated }: { text: string; translated: string }) =>
      translated === text || /^[\u0020-\u007e]*$/.test(translated)
    expect(own.filter(isEnglish)).toEqual([])
  })

  it('are set as Chinese is set', () => {
    expect(own.filter(({ translated }) => BADLY_SET.test(translated))).toEqual([])
  })
})
