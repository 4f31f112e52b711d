import type { FileType } from '@/domain/evidence-file'

/** Every word about files that prove something, in English. */
export const evidenceEn = {
  types: {
    'image/png': 'PNG picture',
    'image/jpeg': 'JPEG picture',
    'image/webp': 'WebP picture',
    'application/pdf': 'PDF, to be saved',
    'application/octet-stream': 'file, to be saved',
  } satisfies Record<FileType, string>,
  bytes: '{count} bytes',
  added: 'added {date}',
  kept: 'kept, not public',
  redrawn: 'shown drawn anew, without what the camera noted; the hash is of the original',
  title: 'Files of {name}',
  link: 'Files',
  lede: 'A copy that is still there when the page is gone. The list is part of the published record; the original stays with the desk.',
  none: 'No file is kept for this source yet.',
  add: 'Add a file',
  file: 'File',
  fileHint:
    'Up to 20 MB. PNG, JPEG and WebP can be shown; PDF and every other file can only be saved. What a file is, is told by its content.',
  access: 'Who may open it',
  accesses: { private: 'Private: the desk only; readers see hash, size and date', public: 'Public: every reader' },
  reason: 'Why',
  reasonHint: 'Stands in the history of the record: where the file comes from, and what it shows.',
  change: 'Change a file',
  which: 'Which',
  changes: { public: 'Make public', private: 'Make private', remove: 'Take off the list' },
  what: 'What to do',
  save: 'Save',
  original: 'Original',
  warning: 'Readers can open a public file until it is made private. What they saved by then cannot be called back.',
  notPublic: 'This file is not public, or was never kept here.',
}
export type EvidenceMessages = typeof evidenceEn
