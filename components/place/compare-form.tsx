import { hrefTo, type Reading } from '@/components/view/reading'
import { fillPlaceWords } from './place-words'

type CompareFormProps = { reading: Reading; id: string; name: string; others: readonly { id: string; text: string }[] }

/** From the page of a place to its comparison with another: a GET form, so it works without JavaScript. */
export function CompareForm({ reading, id, name, others }: CompareFormProps) {
  const { words } = reading
  return (
    <details className="share no-print">
      <summary className="button">{words.place.compare}</summary>
      <form
        action={hrefTo(reading, 'compare')}
        className="compare-form"
        aria-label={fillPlaceWords(reading, 'compareWith', { place: name })}
      >
        <input type="hidden" name="area" value={id} />
        <label>
          <span>{words.place.compareChoose}</span>
          <select name="area">
            {others
              .filter((other) => other.id !== id)
              .map((other) => (
                <option key={other.id} value={other.id}>
                  {other.text}
                </option>
              ))}
          </select>
        </label>
        <button type="submit" className="button small">
          {words.place.compareSubmit}
        </button>
      </form>
    </details>
  )
}
