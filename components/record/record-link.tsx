import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { getName, hrefToRecord, type Name, type Reading } from '@/components/view/reading'
import type { AnyFields, Language, Noun } from '@/domain/field'
import { splitLanguages } from './written-language'

type NameTextProps = { name: Name; reading: Reading; render?: (text: string) => ReactNode }

/**
 * A text of the record. What of it is not in the reader's language has its `lang`, which is what a screen reader goes
 * by; a text that is mostly in the other one has a small mark for the eye as well. `render` draws each
 * stretch, for instance with the words looked for.
 */
export function NameText({ name: { text, lang, mixed }, reading, render = (part) => part }: NameTextProps) {
  const { language, words } = reading
  if (!lang && !mixed) return render(text)
  if (!lang) {
    return splitLanguages(text).map(({ at, text: part, written }) => (
      <Part key={at} written={written} reader={language}>
        {render(part)}
      </Part>
    ))
  }
  return (
    <>
      <Part written={lang} reader={language}>
        {render(text)}
      </Part>
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

function Part({ written, reader, children }: { written: Language | null; reader: Language; children: ReactNode }) {
  if (written === null || written === reader) return children
  return <span lang={written === 'zh' ? 'zh-Hans' : 'en'}>{children}</span>
}

/** The name of a record, or another text, leading to its page. A plain link: see app/soft-links.tsx. */
export function RecordLink({ reading, noun, id, name }: { reading: Reading; noun: Noun; id: string; name?: Name }) {
  return (
    <a href={hrefToRecord(reading, noun, id)}>
      <NameText name={name ?? getName(noun, id, reading.labels[noun]?.[id], reading)} reading={reading} />
    </a>
  )
}

type NamedRecordProps = { reading: Reading; noun: Noun; id: string; fields: AnyFields | undefined; isLinked?: boolean }

/** A record by its name, with its id small beside it; what is not published yet has no page to lead to. */
export function NamedRecord({ reading, noun, id, fields, isLinked = true }: NamedRecordProps) {
  const name = getName(noun, id, fields, reading)
  return (
    <>
      {isLinked ? (
        <RecordLink reading={reading} noun={noun} id={id} name={name} />
      ) : (
        <NameText name={name} reading={reading} />
      )}
      {name.text !== id && (
        <>
          {' '}
          <code className="record-id">{id}</code>
        </>
      )}
    </>
  )
}
