/** The sections of the page about this record. */
export const aboutEn = {
  sections: [
    {
      id: 'method',
      title: 'How the record is made',
      paragraphs: [
        'Editors enter what a source says and cite it: every figure, mention, task force, document and list membership names at least one source. Nothing is entered from memory, and nothing is computed and then passed off as published.',
        'The published record is a sequence of numbered editions. A correction makes a new edition; the one before stays as it was, for ever, at its pinned address. Each edition carries a hash over its changes and over the edition before it, so that anyone can check that nothing was changed in silence. There is one exception: a detail that gives away a private person is replaced by a visible mark in every edition. Two administrators have to agree, an edition of its own says which fields and why, and the hashes stand.',
        'A withdrawn record keeps its address and shows why it was withdrawn.',
      ],
    },
    {
      id: 'evidence',
      title: 'The evidence ladder',
      paragraphs: [
        'The grade of a task force or a mention is computed from its citations and cannot be typed in. Sources have a reliability of their own: A for an official page or its archived copy, B for established press or research, C for reprints, relays and compilations without sources.',
      ],
    },
    {
      id: 'claimants',
      title: 'Who says so',
      paragraphs: [
        'Who makes a claim is part of every figure. The ministry counts statutory debt; banks and international organisations estimate wider notions that include financing platforms. They differ in scope and date, so they stand side by side; they are never added up and never joined by one line.',
        'Where published figures should add up, the page of a figure shows the test and how it came out. A failed test is shown, not hidden: real sources contradict themselves.',
      ],
    },
    {
      id: 'places',
      title: 'Places and codes',
      paragraphs: [
        'The country and its provinces have ISO 3166-2 codes, such as CN-GZ; prefectures and counties have the six-digit codes of GB/T 2260. Some statistics are published for a province without one of its cities: such a remainder has a code of its own, such as 210000-X, and never stands in for the whole province.',
        'The record speaks of the mainland fiscal system. Names and codes of places are those of the cited tables and express no view on any boundary.',
      ],
    },
    {
      id: 'money',
      title: 'Money',
      paragraphs: [
        'Amounts are kept as published, in units of 100 million yuan (亿元). Dollars are shown only where a source states them, as that source stated them; none are converted here.',
        'What is unknown, not applicable or withheld is said to be so. It is never shown as zero.',
      ],
    },
    {
      id: 'dates',
      title: 'Dates',
      paragraphs: [
        'A date is as sharp as its source: a year, a month, a day, or “no later than” a day. Where it is asked who was on a list on a certain day, a date that is not sharp is answered with “may have left”.',
      ],
    },
    {
      id: 'languages',
      title: 'Two languages',
      paragraphs: [
        'The interface, names, code lists and definitions are in English and Chinese. A title, summary or note that exists in one language is shown as it is and carries a small “en” or “zh”; nothing is translated by machine, and a quotation is never invented.',
      ],
    },
    {
      id: 'licence',
      title: 'Licence and citation',
      paragraphs: [
        'The compiled facts and figures are free to use under CC BY 4.0. Please cite the edition: the share button of every page gives the words. Quotations are short and belong to their authors.',
      ],
    },
  ],
}
