'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { Language } from '@/domain/field'
import { formatDeskPath } from '@/domain/return-path'

type DeskNavProps = {
  language: Language
  label: string
  links: readonly { path: string; label: string }[]
  other: { label: string; title: string }
}

/** The pages of the desk, and this one in the other language. */
export function DeskNav({ language, label, links, other }: DeskNavProps) {
  // The server sees the path behind the rewrite, with its language; the browser the one in the bar.
  const path = usePathname().replace(/^\/(en|zh)(?=\/)/, '')
  const otherLanguage = language === 'zh' ? 'en' : 'zh'
  const tag = otherLanguage === 'zh' ? 'zh-Hans' : 'en'
  return (
    <nav aria-label={label} className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 px-4 text-sm sm:px-6">
      <ul className="flex flex-wrap gap-x-5">
        {links.map((link) => (
          <li key={link.path}>
            <Link
              href={link.path}
              prefetch={false}
              className="menu-link"
              aria-current={isWithin(formatDeskPath(language, path), link.path, links) ? 'page' : undefined}
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
      <a
        href={formatDeskPath(otherLanguage, path)}
        hrefLang={tag}
        lang={tag}
        title={other.title}
        className="ms-auto py-3 underline underline-offset-4"
      >
        {other.label}
      </a>
    </nav>
  )
}

/** Of the links above a page the longest is the one it belongs to: `/edit` also holds what has no link of its own. */
function isWithin(path: string, link: string, links: DeskNavProps['links']): boolean {
  const above = links.map((other) => other.path).filter((other) => path === other || path.startsWith(`${other}/`))
  return above.sort((a, b) => b.length - a.length)[0] === link
}
