import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The highest edition number this site has seen, in a file of DATA_DIR, outside the database: it is still there when the
 * database is lost, so that a restored older backup gives no number out again.
 */
const FILE = 'highest-edition'

let writing: Promise<void> = Promise.resolve()

/** Writes it down in the background. A file that cannot be written costs no reader a page, so a failure is only logged. */
export function keepHighestEdition(n: number, dataDirectory = process.env.DATA_DIR): void {
  if (!dataDirectory) return
  const file = join(dataDirectory, FILE)
  writing = writing
    .then(async () => {
      if (readHighestEdition(dataDirectory) >= n) return
      await writeFile(`${file}.new`, `${n}\n`, { mode: 0o600 })
      await rename(`${file}.new`, file)
    })
    .catch((error: Error) => console.error(`${file} cannot be written: ${error.message}`))
}

/** 0 where none was written down. */
export function readHighestEdition(dataDirectory: string): number {
  try {
    return Number.parseInt(readFileSync(join(dataDirectory, FILE), 'utf8'), 10) || 0
  } catch {
    return 0
  }
}
