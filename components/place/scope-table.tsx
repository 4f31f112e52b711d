import { nameHeads } from '@/components/view/name-heads'
import { hrefToRecord, type Reading } from '@/components/view/reading'
import { type DebtScope, listBalances, listUses, type PlaceFigure, pairLimit } from '@/domain/place-figures'
import { fillPlaceWords, getFigureText, getPeriodText } from './place-words'

type ScopeTableProps = {
  reading: Reading
  figures: readonly PlaceFigure[]
  area: string
  scopes: readonly DebtScope[]
}

/**
 * The newest balance of the whole debt and of its kinds, each beside the limit of its own year: beside that of another
 * year it would look as though the limit were broken. Last the newest use of the limit that can be computed.
 */
export function ScopeTable({ reading, figures, area, scopes }: ScopeTableProps) {
  const { words } = reading
  const { place } = words
  return (
    <section className="ledger-frame" aria-label={place.scopes}>
      <table
        className="ledger ledger-sums scope-table"
        style={nameHeads(['', place.newestBalance, place.limitThen, place.use])}
      >
        <caption className="sr-only">{place.scopes}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="text-end">
              {place.newestBalance}
            </th>
            <th scope="col" className="text-end">
              {place.limitThen}
            </th>
            <th scope="col" className="text-end">
              {place.use}
            </th>
          </tr>
        </thead>
        <tbody>
          {scopes.map((scope) => {
            const [use] = listUses(figures, area, scope)
            const [balance] = listBalances(figures, area, scope)
            return (
              <tr key={scope}>
                <th scope="row">{place.scopeNames[scope]}</th>
                <Cell reading={reading} figure={balance} />
                <LimitCell reading={reading} {...pairLimit(figures, area, scope)} />
                <td className="text-end tabular-nums">
                  {use ? (
                    <>
                      {use.percent}%<small className="block text-muted">{getPeriodText(reading, use.balance)}</small>
                    </>
                  ) : (
                    <span className="text-muted">–</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ reading, figure }: { reading: Reading; figure: PlaceFigure | undefined }) {
  if (!figure) {
    return (
      <td className="text-end">
        <span className="text-muted">–</span>
      </td>
    )
  }
  return (
    <td className="text-end tabular-nums">
      <a href={hrefToRecord(reading, 'observation', figure.id)}>{getFigureText(reading, figure)}</a>
      <small className="block text-muted">{getPeriodText(reading, figure)}</small>
    </td>
  )
}

/** The limit of the balance's year; where the record has none, that it has none, and the last it has. */
function LimitCell({ reading, year, limit, last }: { reading: Reading } & ReturnType<typeof pairLimit>) {
  if (limit || year === null) return <Cell reading={reading} figure={limit ?? undefined} />
  return (
    <td className="text-end text-muted" data-limit="none">
      {fillPlaceWords(reading, 'limitNone', { year })}
      {last && (
        <small className="block">
          {fillPlaceWords(reading, 'limitLast', {
            limit: getFigureText(reading, last),
            period: getPeriodText(reading, last),
          })}
        </small>
      )}
    </td>
  )
}
