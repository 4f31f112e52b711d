import { type Address, canEmbed, formatAddress } from '@/domain/address'
import { fillTemplate } from './chart-words'
import { CopyButton } from './copy-button'
import { formatMoment } from './dates'
import { formatEmbedCode } from './embed-code'
import type { Reading } from './reading'

/** The live link, the pinned link, a citation and, of a view that fits in a frame, its embed codes; each to be copied. */
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
    ...listFrames(),
  ]

  function listFrames() {
    if (!canEmbed(address)) return []
    const view = { ...address.view, page: 1, ignored: [] }
    const codeOf = (frame: Omit<Address, 'view'>) =>
      formatEmbedCode(origin + formatAddress({ ...frame, format: 'embed', view }), `${title} · ${words.site.name}`)
    return [
      { key: 'embed-live', label: words.share.embedLive, text: codeOf(live) },
      {
        key: 'embed-pinned',
        label: fillTemplate(words.share.embedPinned, { n: edition }),
        text: codeOf({ ...live, pinned: edition }),
      },
    ]
  }

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
