import { z } from 'zod'

/** Whether readers get a file or only see that it is kept. */
export const accesses = ['public', 'private'] as const
export type Access = (typeof accesses)[number]

/**
 * A file that proves what a source says, as the source's record lists it. `sha256` is of the file as it was given, `size`
 * its bytes, `addedOn` the day in UTC it was given. Bytes are kept elsewhere and are no part of the record.
 */
export type EvidenceFile = {
  sha256: string
  name: string
  type: FileType
  size: number
  addedOn: string
  access: Access
}

/** What may be shown in a page, a document, and everything else, which is only ever saved. */
export const fileTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'application/octet-stream',
] as const
export type FileType = (typeof fileTypes)[number]

/** 20 MiB. */
export const LARGEST_FILE = 20 * 1024 * 1024
export const FILES_MOST = 50
const NAME_MOST = 120

export const SHA256 = /^[0-9a-f]{64}$/

export const evidenceFile = z
  .object({
    sha256: z.string().regex(SHA256, 'file'),
    name: z
      .string()
      .min(1, 'file')
      .max(NAME_MOST, 'long')
      .regex(/^[^\p{Cc}/\\]+$/u, 'file'),
    type: z.enum(fileTypes, { error: 'file' }),
    size: z.int('file').min(1, 'file').max(LARGEST_FILE, 'file'),
    addedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'file'),
    access: z.enum(accesses, { error: 'file' }),
  })
  .strict()

/** The last part of a name as a browser sends it, without what no file system takes; `file` where nothing is left. */
export function toFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/\p{Cc}/gu, '').trim()
  return [...clean].slice(-NAME_MOST).join('') || 'file'
}

export function isPicture(type: FileType): boolean {
  return type.startsWith('image/')
}

/** Where readers get a public file. */
export function formatEvidencePath(sha256: string): string {
  return `/evidence/${sha256}`
}
