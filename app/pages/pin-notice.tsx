import { DriftNotice } from '@/components/record/drift-notice'
import { type Reading, toReading } from '@/components/view/reading'
import type { PageRequest } from './page-request'
import type { DriftReading } from './read-drift'

/** What a pinned page says of itself where it draws records; nothing on a live one. */
export function PinNotice({ request, pin }: { request: PageRequest; pin: DriftReading | null }) {
  return pin && <DriftNotice reading={pin.reading} address={request.address} drift={pin.drift} />
}

type TextPinProps = { request: PageRequest; describe: (words: Reading['words']['pinned']) => string }

/** The same where nothing is compared: `describe` picks what there is to say instead. */
export function TextPinNotice({ request: { address, edition }, describe }: TextPinProps) {
  if (!edition.pinned) return null
  const reading = toReading(address.language, edition, edition.at)
  return <DriftNotice reading={reading} address={address} drift={null} note={describe(reading.words.pinned)} />
}
