import type { Column } from '@/components/view/data-table'
import { hrefTo, type Reading } from '@/components/view/reading'
import { COMPARED_MOST } from '@/domain/view'
import { fillPlaceWords, getPlaceName } from './place-words'

const FORM = 'compare'

/** A box at each place of a list; the boxes belong to {@link CompareTicks}, wherever on the page they stand. */
export function getTickColumn(reading: Reading): Column {
  return {
    key: 'compare',
    label: reading.words.place.compareColumn,
    cell: ({ id, fields }) => (
      <input
        type="checkbox"
        form={FORM}
        name="area"
        value={id}
        className="compare-tick"
        aria-label={fillPlaceWords(reading, 'compareTick', {
          place: getPlaceName({ ...reading, labels: { area: { [id]: fields } } }, id),
        })}
      />
    ),
  }
}

/** What the ticked places are compared with: a GET form, so what it sends is a view. */
export function CompareTicks({ reading }: { reading: Reading }) {
  return (
    <form id={FORM} action={hrefTo(reading, 'compare')} className="no-print my-4">
      <button type="submit" className="button small">
        {fillPlaceWords(reading, 'compareList', { most: COMPARED_MOST })}
      </button>
    </form>
  )
}
