import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@/app/globals.css'
import { SoftLinks } from '@/app/soft-links'
import { getSiteOrigin } from '@/domain/origin'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f0' },
    { media: '(prefers-color-scheme: dark)', color: '#171510' },
  ],
}

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getSiteOrigin(process.env)),
    formatDetection: { telephone: false },
    icons: '/icon.svg',
  }
}

/**
 * Who loads a page again or goes back to it, with or without a full load, finds the place where they were, for which all above it
 * has to have its height (`far`). Written without signs that would be escaped.
 */
const LAY_OUT_WHOLE = `{
let whole=function(){document.documentElement.dataset.whole=''}
addEventListener('popstate',whole,true)
if(performance.getEntriesByType('navigation')[0]?.type!='navigate')whole()
}`.replaceAll("'", '`')

type LayoutProps = { children: ReactNode; params: Promise<{ language: string }> }

export default async function PublicLayout({ children, params }: LayoutProps) {
  const { language } = await params
  return (
    <html lang={language === 'zh' ? 'zh-Hans' : 'en'} suppressHydrationWarning>
      <body>
        <script>{LAY_OUT_WHOLE}</script>
        {children}
        <SoftLinks />
      </body>
    </html>
  )
}
