import Link from 'next/link'
import type { ReactNode } from 'react'
import { fillTemplate } from '@/components/chart/chart-words'
import { formatMoment } from '@/components/record/dates'
import { type Address, formatAddress } from '@/domain/address'
import type { Language } from '@/domain/field'
import type { Page } from '@/domain/view'
import type { Messages } from '@/messages/en'
import { SearchKey } from './search-key'

/** In the foot, beside the licence. */
const foot: readonly Page[] = ['about', 'accessibility', 'checks', 'editions']

type SiteFrameProps = {
  language: Language
  words: Messages
  /** The address being read; absent on the page that says there is none. */
  address?: Address
  edition?: { n: number; at: Date }
  /** The address at which what is read stays as it is: what a printed page is found again by. */
  pinnedAddress?: string
  children: ReactNode
}

/** What stands round every public page: the name, the pages, the other language, and the edition. */
export function SiteFrame({ language, words, address, edition, pinnedAddress, children }: SiteFrameProps) {
  const other = language === 'zh' ? 'en' : 'zh'
  const base = address?.pinned === undefined ? {} : { pinned: address.pinned }
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only">
        {words.site.skip}
      </a>
      <header className="no-print border-b border-rule">
        <div className="mx-auto flex max-w-6xl flex-wrap items-baseline gap-x-4 gap-y-1 px-4 pt-4 sm:gap-x-6 sm:px-6">
          <Link
            href={formatAddress({ language, ...base, page: 'home' })}
            prefetch={false}
            className="font-serif text-xl font-semibold"
          >
            <span aria-hidden="true" className="seal">
              锅
            </span>{' '}
            {words.site.name}
          </Link>
          <p className="hidden text-sm text-muted md:block">{words.site.tagline}</p>
          <Link
            href={formatAddress({ language, ...base, page: 'search' })}
            prefetch={false}
            className="ms-auto py-1 text-sm underline underline-offset-4"
          >
            {words.pages.search.title}
          </Link>
          <a
            href={
              address
                ? formatAddress({ ...address, language: other })
                : formatAddress({ language: other, page: 'home' })
            }
            hrefLang={other === 'zh' ? 'zh-Hans' : 'en'}
            lang={other === 'zh' ? 'zh-Hans' : 'en'}
            title={words.site.otherLanguageTitle}
            className="py-1 text-sm underline underline-offset-4"
          >
            {words.site.otherLanguage}
          </a>
          <nav aria-label={words.site.menu} className="menu-row">
            <details className="fold menu-fold">
              <summary>{words.frame.lid}</summary>
              <ul className="menu">
                {(Object.keys(words.frame.menu) as (keyof Messages['frame']['menu'])[]).map((page) => (
                  <li key={page}>
                    <Link
                      href={formatAddress({ language, ...base, page })}
                      prefetch={false}
                      aria-current={address?.page === page ? 'page' : undefined}
                      className="menu-link"
                    >
                      {words.frame.menu[page]}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          </nav>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        {children}
        {edition && pinnedAddress && (
          <p className="print-only" data-pinned-address>
            {fillTemplate(words.print.address, { n: edition.n, date: formatMoment(words, edition.at) })}
            <br />
            <a href={pinnedAddress}>{pinnedAddress}</a>
          </p>
        )}
      </main>
      <footer className="border-t border-rule text-sm text-muted">
        <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-8 gap-y-2 px-4 py-6 sm:px-6">
          <div>
            <p>{words.site.footer}</p>
            <p>{words.site.licence}</p>
            <nav aria-label={words.frame.foot} className="no-print mt-2">
              <ul className="flex flex-wrap gap-x-4">
                {foot.map((page) => (
                  <li key={page}>
                    <Link
                      href={formatAddress({ language, ...base, page })}
                      prefetch={false}
                      className="inline-block py-1"
                    >
                      {words.pages[page].title}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
            <p className="no-print min-h-8">
              <SearchKey
                href={formatAddress({ language, ...base, page: 'search' })}
                on={words.searching.keyOn}
                off={words.searching.keyOff}
              />
            </p>
          </div>
          {edition && (
            <p>
              <Link href={formatAddress({ language, page: 'editions', id: String(edition.n) })} prefetch={false}>
                {fillTemplate(words.site.editionOf, { n: edition.n, date: formatMoment(words, edition.at) })}
              </Link>
              {' · '}
              <a href={language === 'zh' ? '/zh/sign-in' : '/sign-in'}>{words.site.signIn}</a>
            </p>
          )}
        </div>
      </footer>
    </>
  )
}
