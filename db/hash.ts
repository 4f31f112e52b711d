import { createHash, randomBytes } from 'node:crypto'
import { formatCanonicalJson } from '@/domain/canonical-json'

/** What an edition's hash covers, besides the digests of its changes. `at` is ISO 8601 in UTC with milliseconds. */
export type EditionHead = { n: number; at: Date; author: string; summary: string; previous: string | null }

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** 128 random bits that keep a redacted document from being guessed back from its digest. */
export function makeSalt(): string {
  return randomBytes(16).toString('hex')
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
export function hashEdition({ n, at, author, summary, previous }: EditionHead, content: string): string {
  return sha256(formatCanonicalJson({ v: 1, n, at: at.toISOString(), author, summary, content, previous }))
}
