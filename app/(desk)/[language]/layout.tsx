import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { getVisitor } from '@/app/authorise'
import '@/app/globals.css'
import { isUnavailable } from '@/db/availability'
import type { SignedIn } from '@/db/people/sessions'
import { canPerform } from '@/domain/permission'
import { formatDeskPath } from '@/domain/return-path'
import { getBulletinMessages } from '@/messages/desk/bulletin'
import { getDeskMessages } from '@/messages/desk/desk'
import { getImportMessages } from '@/messages/desk/import'
import { getRedactionMessages } from '@/messages/desk/redaction'
import { getReviewMessages } from '@/messages/desk/review'
import { DeskNav } from './desk-nav'

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
  icons: '/icon.svg',
}

type LayoutProps = { children: ReactNode; params: Promise<{ language: string }> }

/** The frame of the desk and of signing in: drawn for one person at a time, never kept. */
export default async function DeskLayout({ children, params }: LayoutProps) {
  const { language } = await params
  if (language !== 'en' && language !== 'zh') notFound()
  // Asks for the request: a page with a nonce cannot be drawn ahead of it.
  await headers()
  const visitor = await getVisitorIfKnown()
  const words = getDeskMessages(language)
  const links = [
    { path: '/edit', label: words.nav.records, action: '/edit' },
    { path: '/edit/bulletin', label: getBulletinMessages(language).title, action: '/edit/bulletin' },
    { path: '/edit/import', label: getImportMessages(language).title, action: '/edit/import' },
    { path: '/edit/proposals', label: getReviewMessages(language).title, action: '/edit/proposals' },
    { path: '/edit/account', label: words.nav.account, action: '/edit/account' },
    { path: '/edit/people', label: words.nav.people, action: '/edit/people' },
    { path: '/edit/rules', label: words.nav.rules, action: '/edit/rules' },
    { path: '/edit/redactions', label: getRedactionMessages(language).title, action: '/edit/redactions' },
    { path: '/edit/log', label: words.nav.log, action: '/edit/log' },
  ] as const
  const open = links.filter(({ action }) => canPerform(visitor?.role ?? null, action))
  return (
    <html lang={language === 'zh' ? 'zh-Hans' : 'en'}>
      <body>
        <a href="#content" className="sr-only focus:not-sr-only">
          {words.skip}
        </a>
        <header className="no-print border-b border-rule">
          <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 pt-3 sm:px-6">
            <a href={language === 'zh' ? '/zh' : '/'} className="py-1 font-serif text-xl font-semibold">
              <span aria-hidden="true" className="seal">
                锅
              </span>{' '}
              {words.site}
            </a>
            <p className="text-sm text-muted">{words.desk}</p>
            {visitor && (
              <form method="post" action="/api/sign-out" className="ms-auto flex items-center gap-3 text-sm">
                <input type="hidden" name="language" value={language} />
                <span>{visitor.name}</span>
                <button type="submit" className="button small">
                  {words.nav.signOut}
                </button>
              </form>
            )}
          </div>
          <DeskNav
            language={language}
            label={words.nav.label}
            links={open.map(({ path, label }) => ({ path: formatDeskPath(language, path), label }))}
            other={{ label: words.nav.language, title: words.nav.languageLabel }}
          />
        </header>
        <main id="content" className="mx-auto max-w-6xl px-4 pt-8 pb-16 sm:px-6">
          {children}
        </main>
      </body>
    </html>
  )
}

/** The frame stands without the database too; what is in it says what is wrong. */
async function getVisitorIfKnown(): Promise<SignedIn | null> {
  try {
    return await getVisitor()
  } catch (error) {
    if (isUnavailable(error)) return null
    throw error
  }
}
