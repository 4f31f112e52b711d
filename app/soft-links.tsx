'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** What another root layout, or no page at all, answers: these load in full. */
const HARD = /^\/(zh\/)?(edit|sign-in|welcome|api)(\/|$)|\.(json|csv)$/

/**
 * Follows the plain links of a page without loading everything anew. A table has five hundred links: as plain `<a>` they
 * cost a reader nothing, where a component each would be sent twice and brought to life one by one.
 */
export function SoftLinks() {
  const router = useRouter()
  useEffect(() => {
    // React listens at the document, too, and was there first: what it has dealt with is left alone.
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const href = link?.getAttribute('href')
      if (!link || !href || event.defaultPrevented || !isPlain(event) || !isSoft(link, href)) return
      event.preventDefault()
      router.push(href)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return null
}

function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

function isSoft(link: Element, href: string): boolean {
  const [path = ''] = href.split(/[?#]/)
  if (!path.startsWith('/') || path.startsWith('//') || HARD.test(path)) return false
  return !['target', 'download', 'hreflang'].some((name) => link.hasAttribute(name))
}
