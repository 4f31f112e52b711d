import type { ReactNode } from 'react'

/** A part of a text: its anchor, title and paragraphs, and what stands below them. */
export type TextSection = { id: string; title: string; paragraphs: readonly string[]; below?: ReactNode }

type TextPageProps = { title: string; lede: string; contents: string; sections: readonly TextSection[] }

/** A page to be read from top to bottom, with its contents beside it, or above it where there is no room. */
export function TextPage({ title, lede, contents, sections }: TextPageProps) {
  return (
    <article className="text-page">
      <header>
        <h1>{title}</h1>
        <p className="mt-3 text-lg text-muted">{lede}</p>
      </header>
      <nav aria-label={contents} className="no-print">
        <ol>
          {sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`}>{section.title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="text-page-body">
        {sections.map((section) => (
          <section key={section.id} id={section.id} aria-labelledby={`${section.id}-title`}>
            <h2 id={`${section.id}-title`}>{section.title}</h2>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {section.below}
          </section>
        ))}
      </div>
    </article>
  )
}
