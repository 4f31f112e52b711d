import { grades } from '@/domain/evidence'
import type { Messages } from '@/messages/en'
import { TextPage } from './text-page'

/** How the record is made: method, evidence ladder, codes, maps, money, licence. */
export function AboutText({ words }: { words: Messages }) {
  const { about, frame, pages } = words
  const sections = about.sections.map((section) =>
    section.id === 'evidence' ? { ...section, below: <EvidenceLadder words={words} /> } : section,
  )
  return <TextPage title={pages.about.title} lede={pages.about.lede} contents={frame.contents} sections={sections} />
}

/** The grades from the strongest down, each a rung. */
function EvidenceLadder({ words }: { words: Messages }) {
  return (
    <dl className="ladder">
      {grades.map((grade) => (
        <div key={grade}>
          <dt>{words.codes.grade[grade]}</dt>
          <dd>{words.gradeMeanings[grade]}</dd>
        </div>
      ))}
    </dl>
  )
}
