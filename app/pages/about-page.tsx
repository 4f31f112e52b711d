import { AboutText } from '@/components/site/about-text'
import { getMessages } from '@/messages/messages'
import type { DrawnPage, PageRequest } from './page-request'

export async function drawAbout({ address }: PageRequest): Promise<DrawnPage> {
  const words = getMessages(address.language)
  const { title, lede } = words.pages.about
  return { title, description: lede, content: <AboutText words={words} /> }
}
