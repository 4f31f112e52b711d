import type { Messages } from '@/messages/en'
import { TextPage } from './text-page'

/** How accessible the site is, what of it was tested, and what is known not to hold. */
export function AccessibilityText({ words }: { words: Messages }) {
  const { title, lede } = words.pages.accessibility
  return <TextPage title={title} lede={lede} contents={words.frame.contents} sections={words.accessibility.sections} />
}
