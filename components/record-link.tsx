import type { Language, Noun } from '@/domain/field'
import { fillTemplate } from './chart-words'
import { getName, hrefToRecord, type Name, type Reading } from './reading'
import { splitLanguages } from './written-language'

/**
 * A text of the record. What of it is not in the reader's language has its `lang`, which is what a screen reader goes
 * by; a text that is mostly in the other one has a small mark for the eye as well.
 */
export function NameText({ name: { text, lang, mixed }, reading }: { name: Name; reading: Reading }) {
  const { language, words } = reading
  if (mixed && !lang) return splitLanguages(text).map((part) => <Part key={part.at} {...part} reader={language} />)
  if (!lang) return text
  return (
    <>
      <Part text={text} written={lang} reader={language} />
      <sup
        className="language-mark"
        title={fillTemplate(words.site.written, { language: words.languages[lang] })}
        aria-hidden="true"
      >
        {words.languageMarks[lang]}
      </sup>
    </>
  )
}

function Part({ text, written, reader }: { text: string; written: Language | null; reader: Language }) {
  if (written === null || written === reader) return text
  return <span lang={written === 'zh' ? 'zh-Hans' : 'en'}>{text}</span>
}

/** The name of a record, or another text, leading to its page. A plain link: see app/soft-links.tsx. */
export function RecordLink({ reading, noun, id, name }: { reading: Reading; noun: Noun; id: string; name?: Name }) {
  return (
    <a href={hrefToRecord(reading, noun, id)}>
      <NameText name={name ?? getName(noun, id, reading.labels[noun]?.[id], reading)} reading={reading} />
    </a>
  )
}
