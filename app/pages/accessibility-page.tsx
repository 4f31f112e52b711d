import { AccessibilityText } from '@/components/site/accessibility-text'
import { getMessages } from '@/messages/messages'
import type { DrawnPage, PageRequest } from './page-request'

export async function drawAccessibility({ address }: PageRequest): Promise<DrawnPage> {
  const words = getMessages(address.language)
  const { title, lede } = words.pages.accessibility
  return { title, description: lede, content: <AccessibilityText words={words} /> }
}
