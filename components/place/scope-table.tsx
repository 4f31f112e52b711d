import { hrefToRecord, type Reading } from '@/components/view/reading'
import { type DebtScope, listBalances, listLimits, listUses, type PlaceFigure } from '@/domain/place-figures'
import { getFigureText, getPeriodText } from './place-words'

type ScopeTableProps = {
  reading: Reading
  figures: readonly PlaceFigure[]
  area: string
  scopes: readonly DebtScope[]
}

/** The newest balance, limit and use of the limit of the whole debt and of its kinds, side by side. */
export function ScopeTable({ reading, figures, area, scopes }: ScopeTableProps) {
  const { words } = reading
  const { place } = words
  return (
    <section className="ledger-frame" tabIndex={0} aria-label={place.scopes}>
      <table className="ledger scope-table">
        <caption className="sr-only">{place.scopes}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="text-end">
              {place.newestBalance}
            </th>
            <th scope="col" className="text-end">
              {place.newestLimit}
            </th>
            <th scope="col" className="text-end">
              {place.use}
            </th>
          </tr>
        </thead>
        <tbody>
          {scopes.map((scope) => {
            const [use] = listUses(figures, area, scope)
            return (
              <tr key={scope}>
                <th scope="row">{place.scopeNames[scope]}</th>
                <Cell reading={reading} figure={listBalances(figures, area, scope)[0]} />
                <Cell reading={reading} figure={listLimits(figures, area, scope)[0]} />
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
