import { createHash, randomBytes } from 'node:crypto'
import { formatCanonicalJson } from '@/domain/canonical-json'
import type { Part } from '@/domain/proposal'

/** What an edition's hash covers, besides the digests of its changes. `at` is ISO 8601 in UTC with milliseconds. */
export type EditionHead = {
  n: number
  at: Date
  author: string
  summary: string
  previous: string | null
  /** Absent in editions that have none, so that older hashes stand. */
  also?: readonly Part[] | undefined
  undoes?: number | undefined
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

const SALT_BYTES = 16
/** Drawn many at a time: one by one, the salts of ten thousand documents took as long as their hashes. */
let drawn = Buffer.alloc(0)

/** 128 random bits that keep a redacted document from being guessed back from its digest. */
export function makeSalt(): string {
  if (drawn.length === 0) drawn = randomBytes(256 * SALT_BYTES)
  const salt = drawn.toString('hex', 0, SALT_BYTES)
  drawn = drawn.subarray(SALT_BYTES)
  return salt
}

/** The digest of one change document; a redaction removes the document and its salt and keeps this. */
export function hashDocument(salt: string, document: string): string {
  return sha256(`${salt}\n${document}`)
}

/** The digest over all digests of an edition, in order of their sequence. */
export function hashContent(digests: readonly string[]): string {
  return sha256(digests.join('\n'))
}

/** The hash of an edition: over its head, its content and the hash of the edition before. */
export function hashEdition({ at, also, ...head }: EditionHead, content: string): string {
  const parts = also && also.length > 0 ? also.map((part) => ({ ...part })) : undefined
  return sha256(formatCanonicalJson({ v: 1, ...head, at: at.toISOString(), also: parts, content }))
}
