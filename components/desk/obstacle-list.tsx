import { fillTemplate } from '@/components/chart/chart-words'
import { NamedRecord } from '@/components/record/record-link'
import type { Reading } from '@/components/view/reading'
import type { UndoObstacle } from '@/domain/undo'
import type { ReviewMessages } from '@/messages/desk/review.en'

type ObstacleListProps = { obstacles: readonly UndoObstacle[]; reading: Reading; words: ReviewMessages }

const SHOWN_MOST = 100

/** What was changed after an edition and therefore stays when it is taken back. */
export function ObstacleList({ obstacles, reading, words }: ObstacleListProps) {
  const names: Record<string, string> = reading.words.fields
  return (
    <section className="notice" aria-labelledby="obstacles" data-obstacles={obstacles.length}>
      <h2 id="obstacles" className="!mt-0">
        {words.obstaclesTitle}
      </h2>
      <p>{words.obstaclesLede}</p>
      <ul className="list-disc ps-5 leading-7">
        {obstacles.slice(0, SHOWN_MOST).map(({ noun, id, edition, fields }) => (
          <li key={`${noun} ${id}`}>
            {reading.words.nouns[noun].one}{' '}
            <NamedRecord reading={reading} noun={noun} id={id} fields={reading.labels[noun]?.[id]} />
            {': '}
            {fields.length > 0
              ? fields.map(({ key }) => names[key] ?? key).join(reading.words.chart.listSeparator)
              : words.wholeRecord}{' '}
            · {fillTemplate(words.laterEdition, { n: edition })}
          </li>
        ))}
      </ul>
      {obstacles.length > SHOWN_MOST && (
        <p>{fillTemplate(reading.words.view.more, { count: obstacles.length - SHOWN_MOST })}</p>
      )}
    </section>
  )
}
