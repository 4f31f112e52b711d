'use client'

import { useEffect } from 'react'

/** The key `/` leads to the search, from anywhere but where somebody types. */
export function SearchKey({ href }: { href: string }) {
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      event.preventDefault()
      const field = document.querySelector<HTMLInputElement>('[data-search]')
      if (field) field.focus()
      else window.location.assign(href)
    }
    document.addEventListener('keydown', go)
    return () => document.removeEventListener('keydown', go)
  }, [href])
  return null
}
