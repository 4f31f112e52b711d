/** Words of what stands round every page: the short names in the menu, and the foot. */
export const frameEn = {
  menu: {
    home: 'Overview',
    debt: 'Debt',
    provinces: 'Key provinces',
    'task-forces': 'Task forces',
    mentions: 'Mentions',
    areas: 'Places',
    compare: 'Compare',
    documents: 'Documents',
    indicators: 'Indicators',
    sources: 'Sources',
    checks: 'Checks',
    editions: 'Editions',
    about: 'About',
  },
  lid: 'Menu',
  foot: 'About this site',
  contents: 'Contents',
}

export type FrameMessages = typeof frameEn
