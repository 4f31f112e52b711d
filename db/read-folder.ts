import { readdir, readFile } from 'node:fs/promises'
import { type Noun, nouns } from '@/domain/field'
import type { CsvInput } from './import-csv'

/** A folder of files that make one edition: what `edition.json` says, and a CSV for each noun, `task-forces.csv`. */
export type EditionFolder = { summary: string; at?: string; files: CsvInput[] }

/**
 * Reads a folder as those of db/seed are.
 * @throws Error where a file is missing or has a name that no noun has
 */
export async function readFolder(folder: string): Promise<EditionFolder> {
  const { summary, at } = JSON.parse(await readFile(`${folder}/edition.json`, 'utf8')) as Omit<EditionFolder, 'files'>
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort()
  const files = await Promise.all(
    names.map(async (name) => ({ name, noun: toNoun(name), text: await readFile(`${folder}/${name}`, 'utf8') })),
  )
  return { summary, ...(at === undefined ? {} : { at }), files }
}

/** `task-forces.csv` holds the noun `task-force`. */
function toNoun(name: string): Noun {
  const noun = nouns.find((known) => `${known}s.csv` === name)
  if (!noun) throw new Error(`no noun is called as ${name} is`)
  return noun
}
