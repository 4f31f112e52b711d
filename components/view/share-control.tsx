import { fillTemplate } from '@/components/chart/chart-words'
import { formatEmbedCode } from '@/components/file/embed-code'
import { formatBibtexCitation, formatCitation, formatPinnedLink } from '@/components/record/citation-text'
import { CopyButton } from '@/components/site/copy-button'
import { type Address, canEmbed, formatAddress } from '@/domain/address'
import type { Reading } from './reading'

/** The live link, the pinned link, citations in words and in BibTeX and, of a view that fits in a frame, its embed codes; each to be copied. */
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
  const { words, edition } = reading
  const { pinned: _pinned, ...live } = address
  const liveLink = origin + formatAddress({ ...live, view: { ...address.view, ignored: [] } })
  const cited = { reading, address, title, origin }
  const parts = [
    { key: 'live', label: words.share.live, text: liveLink },
    { key: 'pinned', label: fillTemplate(words.share.pinned, { n: edition }), text: formatPinnedLink(cited) },
    { key: 'citation', label: words.share.citation, text: formatCitation(cited) },
    { key: 'bibtex', label: words.share.bibtex, text: formatBibtexCitation(cited) },
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
