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
    wide: 'The table goes on sideways',
  },
}
