import { Filled } from '@/components/record/filled'
import { RecordLink } from '@/components/record/record-link'
import type { Reading } from '@/components/view/reading'
import type { PlaceFigure } from '@/domain/place-figures'

type ScopeNoticeProps = { reading: Reading; area: PlaceFigure; remainders: readonly PlaceFigure[] }

/** What a statistical scope is and is not; on the page of a place that has some, that they do not stand in for it. */
export function ScopeNotice({ reading, area, remainders }: ScopeNoticeProps) {
  const { words } = reading
  if (area.fields.kind === 'statistical') {
    const parent = <RecordLink reading={reading} noun="area" id={String(area.fields.parent)} />
    return (
      <p className="notice" data-scope>
        <Filled template={words.place.scope} values={{ parent }} />
      </p>
    )
  }
  if (remainders.length === 0) return null
  const scopes = remainders.map(({ id }, at) => (
    <span key={id}>
      {at > 0 && words.chart.listSeparator}
      <RecordLink reading={reading} noun="area" id={id} />
    </span>
  ))
  return (
    <p className="mt-4 max-w-3xl text-sm text-muted" data-scopes>
      <Filled template={words.place.hasScopes} values={{ scopes }} />
    </p>
  )
}
