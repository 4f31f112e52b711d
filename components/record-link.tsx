import Link from 'next/link'
import type { Noun } from '@/domain/field'
import type { Messages } from '@/messages/en'
import { fillTemplate } from './chart-words'
import { getName, hrefToRecord, type Name, type Reading } from './reading'

/**
 * A text of the record; where it is not in the reader's language it has its `lang`, which is what a screen reader goes
 * by, and a small mark for the eye.
 */
export function NameText({ name: { text, lang }, words }: { name: Name; words: Messages }) {
  if (!lang) return text
  return (
    <>
      <span lang={lang === 'zh' ? 'zh-Hans' : 'en'}>{text}</span>
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

/** The name of a record, or another text, leading to its page. */
export function RecordLink({ reading, noun, id, name }: { reading: Reading; noun: Noun; id: string; name?: Name }) {
  return (
    <Link href={hrefToRecord(reading, noun, id)} prefetch={false}>
      <NameText name={name ?? getName(noun, id, reading.labels[noun]?.[id], reading)} words={reading.words} />
    </Link>
  )
}
