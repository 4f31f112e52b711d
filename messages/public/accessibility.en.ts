/** The accessibility statement: what was done and tested, what does not hold, and how to report. */
export const accessibilityEn = {
  sections: [
    {
      id: 'aim',
      title: 'What is aimed at',
      paragraphs: [
        'The public pages are meant to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, in English and in Chinese, on paper and in the dark. This is the project’s own statement. Nobody from outside has examined the site, and it claims no certificate.',
      ],
    },
    {
      id: 'built',
      title: 'How it is built',
      paragraphs: [
        'Everything can be read without JavaScript: filters are forms, links are links, charts are drawn on the server. Scripts add a reading of charts by keyboard and buttons that copy.',
        'Each chart has a title and a summary in words, and the figures behind it stand on the page as a table with heads. What a colour says is also said by a word, a shape or a place.',
        'Every text is marked with its language, so that a screen reader changes its voice at a quotation in the other one.',
        'Motion is not used to tell anything. Where a table has no room, each row is a card; a comparison too wide for the screen scrolls in a frame of its own, which can be reached by keyboard and has a name.',
      ],
    },
    {
      id: 'tested',
      title: 'What was tested, and how',
      paragraphs: [
        'By program, each time the project is tested: every kind of page in both languages and both colour themes with axe, for the rules of WCAG 2.0 to 2.2, levels A and AA; the width of every page at 320 pixels, which is a zoom of 400 percent; text at twice its size; the whole way through a page and a chart by keyboard; forced colours; less motion; and reading with scripts switched off. The tests ask for no violation at all.',
        'By eye: the main pages at 390 and at 1280 pixels, light and dark, and in both languages. By hand, once, in Firefox and in WebKitGTK, which shares its engine with Safari; in Safari itself not.',
      ],
    },
    {
      id: 'limits',
      title: 'What is known not to hold, or is not known',
      paragraphs: [
        'The site was not tried with screen readers by people who depend on them, nor by people with other disabilities. Automatic rules find a part of what can be wrong, not all of it.',
        'The scripts of a page come when a reader first does something on it. While a screen reader only reads, the page hears nothing of that: the buttons that copy and the reading of a chart by keyboard are there once something on the page is pressed or takes the focus.',
        'With forced colours, all lines of a chart have the colour of text. They are then told apart by their names at the line or by the table, not by colour.',
        'Pictures downloaded as PNG hold no text for a screen reader. The same view as a page, as CSV or as a workbook does. In an embedded view, the text and the table come along.',
        'Titles, notes and quotations of the record that exist in one language only stay in it. Documents at the addresses of sources are beyond this project, and many of them are scanned images.',
        'On a small screen each row of a table is a card. Comparisons of two versions may have to be scrolled sideways there, which WCAG permits for tables.',
        'The pages for editors are held to the same rules but are not covered by this statement.',
      ],
    },
    {
      id: 'report',
      title: 'How to report a barrier',
      paragraphs: [
        'Tell whoever runs this copy of the record, or open an issue where you found the project’s source code. The address of the page, what you use to read it, and what went wrong are enough. A barrier that keeps somebody from reading a figure is treated as an error of the record.',
      ],
    },
  ],
}

export type AccessibilityMessages = typeof accessibilityEn
