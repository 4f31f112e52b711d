import { type ProblemMessages, problemEn } from './problem.en'
import { problemZh } from './problem.zh'

export type ProblemCode = keyof ProblemMessages

/**
 * What was wrong, in both languages: who asks for a file has seldom said which is read.
 * @param values what is filled in where the words name it, `{keys}`
 */
export function describeProblem(code: ProblemCode, values: { [place: string]: string | number } = {}): string {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, place: string) => String(values[place] ?? ''))
  return `${fill(problemEn[code])} ${fill(problemZh[code])}`
}
