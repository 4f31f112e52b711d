import { AboutText } from '@/components/site/about-text'
import { getMessages } from '@/messages/messages'
import type { DrawnPage, PageRequest } from './page-request'
import { TextPinNotice } from './pin-notice'

export async function drawAbout(request: PageRequest): Promise<DrawnPage> {
  const words = getMessages(request.address.language)
  const { title, lede } = words.pages.about
  const content = (
    <>
      <TextPinNotice request={request} describe={(pinned) => pinned.text} />
      <AboutText words={words} />
    </>
  )
  return { title, description: lede, content }
}
