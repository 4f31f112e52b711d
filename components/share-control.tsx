import { type Address, formatAddress } from '@/domain/address'
import { fillTemplate } from './chart-words'
import { CopyButton } from './copy-button'
import { formatMoment } from './dates'
import type { Reading } from './reading'

/** The live link, the pinned link and a citation of a view, each to be copied. */
export function ShareControl({
  reading,
  address,
  title,
  origin,
}: {
  reading: Reading
  address: Address
  title: string
  origin: string
}) {
  const { words, edition, publishedAt } = reading
  const { pinned: _pinned, ...live } = address
  const liveLink = origin + formatAddress({ ...live, view: { ...address.view, ignored: [] } })
  const pinnedLink = origin + formatAddress({ ...address, pinned: edition, view: { ...address.view, ignored: [] } })
  const citation = fillTemplate(words.share.cite, {
    title,
    n: edition,
    date: formatMoment(words, publishedAt),
    address: pinnedLink,
  })
  const parts = [
    { key: 'live', label: words.share.live, text: liveLink },
    { key: 'pinned', label: fillTemplate(words.share.pinned, { n: edition }), text: pinnedLink },
    { key: 'citation', label: words.share.citation, text: citation },
  ]
  return (
    <details className="share no-print">
      <summary className="button">{words.share.title}</summary>
      <dl>
        {parts.map(({ key, label, text }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <code className="break-all select-all" data-share={key}>
                {text}
              </code>
              <CopyButton text={text} label={words.share.copy} done={words.share.copied} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
