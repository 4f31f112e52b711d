import { AccessibilityText } from '@/components/site/accessibility-text'
import { getMessages } from '@/messages/messages'
import type { DrawnPage, PageRequest } from './page-request'
import { TextPinNotice } from './pin-notice'

export async function drawAccessibility(request: PageRequest): Promise<DrawnPage> {
  const words = getMessages(request.address.language)
  const { title, lede } = words.pages.accessibility
  const content = (
    <>
      <TextPinNotice request={request} describe={(pinned) => pinned.text} />
      <AccessibilityText words={words} />
    </>
  )
  return { title, description: lede, content }
}
