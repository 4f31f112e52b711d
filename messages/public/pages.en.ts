/** The title and the lede of each page. */
export const pagesEn = {
  home: {
    title: 'Overview',
    lede: 'What local governments owe, who says so, and where officials speak of selling the pot and the iron.',
  },
  debt: { title: 'Debt statistics', lede: 'Every figure with its place, period, claimant and sources.' },
  indicators: { title: 'Indicators', lede: 'What is measured, in which unit, and what the words mean.' },
  'task-forces': { title: 'Task forces', lede: 'Bodies set up by local governments to sell the pot and the iron.' },
  mentions: {
    title: 'Mentions of the phrase',
    lede: 'Where officials used 砸锅卖铁, “sell the pot and the iron”, and in which kind of document.',
  },
  provinces: {
    title: 'Key provinces',
    lede: 'The areas named in Document No. 47, and what is known of who has left the list.',
  },
  areas: {
    title: 'Places',
    lede: 'The nation, its provinces, and the prefectures and counties the record speaks of.',
  },
  compare: {
    title: 'Places compared',
    lede: 'Up to four places side by side: what they owe, how far their limits are used, and what was said there.',
  },
  accessibility: {
    title: 'Accessibility',
    lede: 'What was done and tested so that everyone can use this record, and what is known not to hold.',
  },
  documents: { title: 'Documents', lede: 'Policy documents and official reports, summarised.' },
  sources: { title: 'Sources', lede: 'Who published what, when and where, and how far it can be relied on.' },
  claimants: { title: 'Claimants', lede: 'Who says a figure is so.' },
  lists: { title: 'Lists', lede: 'Named lists of places.' },
  reports: { title: 'Reports on members', lede: 'Applications, pledges and exits, as they were reported.' },
  editions: { title: 'Editions', lede: 'Everything ever published, step by step. Nothing published is overwritten.' },
  search: {
    title: 'Search',
    lede: 'Places, quotations, documents, task forces, indicators and sources, in English and Chinese.',
  },
  checks: {
    title: 'Does it add up?',
    lede: 'Published figures tested against each other: parts and wholes, running totals, balances and limits.',
  },
  about: { title: 'About this record', lede: 'How it is made, what its words mean, and how to cite it.' },
}
