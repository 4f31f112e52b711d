/** Words of the site itself: what it is called, its languages, and the pages for what is not there. */
export const siteEn = {
  site: {
    name: 'Pot & Iron',
    tagline: "The public record of China's local-government debt distress",
    skip: 'Skip to the content',
    menu: 'Pages',
    otherLanguage: '中文',
    otherLanguageTitle: 'This page in Chinese',
    edit: 'Edit',
    signIn: 'Sign in',
    footer: 'Every figure names who said it. Every published edition stays as it was.',
    licence: 'Facts and figures: CC BY 4.0, cite the edition. Quotations belong to their authors.',
    edition: 'Edition {n}',
    editionOf: 'Edition {n}, published {date}',
    written: 'In {language}',
    gap: ' ',
  },
  languages: { en: 'English', zh: 'Chinese' },
  languageMarks: { en: 'en', zh: 'zh' },
  notFound: {
    title: 'There is no such page',
    text: 'The address leads nowhere in this record, or to an edition that does not exist yet. Addresses that once worked are kept; please check its spelling.',
    home: 'Go to the overview',
  },
  unavailable: {
    title: 'The record cannot be read just now',
    text: 'The database does not answer. Pages that were opened before still work; please try this one again in a minute.',
  },
}
