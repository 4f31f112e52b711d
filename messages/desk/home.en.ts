import type { GapKind } from '@/domain/gap'

/** Every word of the page the desk opens with, in English. */
export const deskHomeEn = {
  waiting: 'Waits for you',
  waitingNone: 'Nothing waits for you.',
  open: 'Yours, still open',
  gaps: 'To be mended',
  gapsLede:
    'What is missing or doubtful in the record as it stands. Each list leads to the forms in which it is mended.',
  checks: 'Sums that do not add up',
  records: 'All records',
  kinds: {
    overdue: 'Series whose next figure is overdue',
    weak: 'Records that rest on one weak source',
    untranslated: 'Names and titles in one language only',
    unarchived: 'Sources without an archived copy',
  } satisfies Record<GapKind, string>,
  ledes: {
    overdue:
      'Official series by their rhythm: the next figure should have been published. The form opens filled in like the last one.',
    weak: 'One citation, of reliability C. A better source, or a second one, mends it.',
    untranslated: 'The other name is written by hand, never by machine.',
    unarchived: 'If the page disappears, nothing shows what it said.',
  } satisfies Record<GapKind, string>,
  columns: {
    overdue: ['Series', 'Newest'],
    weak: ['Record', 'Source'],
    untranslated: ['Record', 'Missing'],
    unarchived: ['Source', 'Address'],
  } satisfies Record<GapKind, readonly [string, string]>,
  count: '{count} in all',
  none: 'None: all is well here.',
  next: 'Next page',
  previous: 'Previous page',
  noun: 'Kind',
  like: 'The form is filled in like {id}. Type the new period and value.',
}
export type DeskHomeMessages = typeof deskHomeEn
