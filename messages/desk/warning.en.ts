import type { Warning } from '@/domain/warning'

/** The words for what is doubtful about a record, in English. */
export const warningEn = {
  title: 'What is unusual',
  asProposed: 'Held against the record as this proposal would leave it.',
  language: 'This stands in the other language only.',
  weak: 'The only source is of the lowest reliability ({source}). Name a better one where there is one.',
  identity: {
    sum: '{parts} should be {total}, but the difference is {difference}.',
    most: '{parts} is {difference} more than {total}.',
    ytd: '{parts} should be {total}, but the difference is {difference}.',
  } satisfies Record<(Warning & { code: 'identity' })['kind'], string>,
  far: {
    aboveBoth: '{value} is more than three times as much as either of its neighbours: {neighbours}.',
    belowBoth: '{value} is less than a third of either of its neighbours: {neighbours}.',
    aboveOne: '{value} is more than ten times as much as its only neighbour: {neighbours}.',
    belowOne: '{value} is less than a tenth of its only neighbour: {neighbours}.',
  },
  counts: {
    identity: 'Sums or limits that do not hold: {count}',
    far: 'Figures far from their neighbours: {count}',
    weak: 'Records with one weak source only: {count}',
    language: 'Texts in one language only: {count}',
  } satisfies Record<Warning['code'], string>,
  more: 'and {count} more',
  figure: '{name} ({period}) {value}',
  neighbour: '{period} {value}',
  comma: ', ',
  note: 'Note on what is unusual',
  noteHint:
    'Why it is right all the same. It is put behind the reason for everyone to read; both have 500 characters together.',
}

export type WarningMessages = typeof warningEn
