import type { Metadata } from 'next'
import { language } from 'next/root-params'
import { getMessages } from '@/messages/messages'
import MissingPage from './missing/page'

/** Next takes the title of every answer with status 404 from here, that of the page for missing addresses included. */
export async function generateMetadata(): Promise<Metadata> {
  const words = getMessages((await language()) === 'zh' ? 'zh' : 'en')
  return { title: `404 · ${words.site.name}`, robots: { index: false } }
}

/** A record that never was, in an edition that is there. */
export default async function NotFound() {
  return <MissingPage params={Promise.resolve({ language: String(await language()) })} />
}
