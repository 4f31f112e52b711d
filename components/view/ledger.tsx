import type { ReactNode } from 'react'

type LedgerProps = {
  heads: readonly string[]
  /** Those of the heads that stand over numbers. */
  numeric?: readonly string[]
  caption?: string
  frame?: string
  children: ReactNode
}

/** A table with its heads over rows as they are given, in a frame that lets a wide one go on sideways. */
export function Ledger({ heads, numeric = [], caption, frame = 'ledger-frame', children }: LedgerProps) {
  return (
    <div className={frame}>
      <table className="ledger">
        {caption && <caption className="sr-only">{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={numeric.includes(head) ? 'text-end' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
