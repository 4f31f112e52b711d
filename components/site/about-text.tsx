import { grades } from '@/domain/evidence'
import type { Messages } from '@/messages/en'

/** How the record is made: method, evidence ladder, codes, maps, money, licence. */
export function AboutText({ words }: { words: Messages }) {
  const { about } = words
  return (
    <article className="max-w-prose space-y-4">
      <h1>{words.pages.about.title}</h1>
      <p className="text-lg text-muted">{words.pages.about.lede}</p>
      {about.sections.map(({ id, title, paragraphs }) => (
        <section key={id} id={id}>
          <h2>{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="my-2">
              {paragraph}
            </p>
          ))}
          {id === 'evidence' && (
            <dl className="record-fields">
              {grades.map((grade) => (
                <div key={grade} className="contents">
                  <dt>{words.codes.grade[grade]}</dt>
                  <dd>{words.gradeMeanings[grade]}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </article>
  )
}
