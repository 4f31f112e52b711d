import { type Address, formatAddress, listFileFormats } from '@/domain/address'
import { isDrawn } from '@/domain/picture'
import { getMessages } from '@/messages/messages'

/** The same view as a file, in every form there is. */
export function FileLinks({ address, isPictured = false }: { address: Address; isPictured?: boolean }) {
  const words = getMessages(address.language)
  const formats = listFileFormats(address).filter((format) => isPictured || !isDrawn(format))
  return (
    <p className="no-print my-4 flex flex-wrap items-baseline gap-4 text-sm">
      <span className="text-muted">{words.view.files}</span>
      {formats.map((format) => (
        <a
          key={format}
          href={formatAddress({ ...address, format, view: { ...address.view, ignored: [], page: 1 } })}
          className="py-1"
        >
          .{format}
        </a>
      ))}
    </p>
  )
}
