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

type LayoutProps = { children: ReactNode; params: Promise<{ language: string }> }

export default async function PublicLayout({ children, params }: LayoutProps) {
  const { language } = await params
  return (
    <html lang={language === 'zh' ? 'zh-Hans' : 'en'}>
      <body>
        {children}
        <SoftLinks />
      </body>
    </html>
  )
}
