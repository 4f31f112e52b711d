/** Words of finding things: facets, tables, dates to step through, the timeline and the search. */
export const findEn = {
  facet: {
    year: 'Year',
    add: '{value}: {rows}',
    remove: 'Without {value}: {rows}',
    hint: 'Tick several and press Show, or follow a number at once.',
  },
  table: {
    copy: 'Copy the table',
    quoted: 'where and how',
  },
  dateControl: {
    older: 'The date before',
    newer: 'The date after',
    known: 'All that is known',
    joined: '{count} had joined',
    named: '{count} named',
    left: '{count} had left',
  },
  timeline: {
    forms: 'Shown as',
    table: 'Table',
    timeline: 'Timeline',
    title: '{page} in time',
    key: 'A dot is a day. A bar is a month or a year: somewhere in it. A bar open to the left is “no later than” its end.',
    undated: 'Without a date: {count}. They are in the table.',
    none: 'None of these records has a date.',
  },
  searching: {
    placeholder: '璧山, Bishan, 47号文 …',
    example: 'For example',
    kinds: 'Found',
    allOf: 'All {count} in {page}',
    keyOn: 'The key / opens the search: on',
    keyOff: 'The key / opens the search: off',
    noneHint:
      'Records are searched as they are written, in both scripts. Try a shorter word, the name in the other language, or go through a list:',
  },
  search: {
    label: 'Search the record',
    submit: 'Search',
    prompt: 'Type a place, a phrase, a document number or a publisher. The key / opens this page from anywhere.',
    none: 'Nothing in the record holds “{q}”. Try fewer letters, or the other language.',
    found: '{total} records hold “{q}”.',
    all: 'All {count}',
  },
}
