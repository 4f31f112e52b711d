'use client'

import { useEffect, useState } from 'react'
import { takeFirstIntent } from './first-intent'

const REMEMBERED = 'search-key'

/**
 * The key `/` leads to the search from anywhere but where somebody types, and a switch turns it off for good (WCAG 2.1.4).
 * The switch is there only where scripts are, as the key is.
 */
export function SearchKey({ href, on, off }: { href: string; on: string; off: string }) {
  const [isOn, setOn] = useState<boolean>()
  useEffect(() => setOn(recall() !== 'off'), [])
  useEffect(() => {
    if (!isOn) return
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
    const first = takeFirstIntent(document, KeyboardEvent)
    if (first) go(first)
    return () => document.removeEventListener('keydown', go)
  }, [href, isOn])
  if (isOn === undefined) return null
  return (
    <button
      type="button"
      className="key-switch"
      onClick={() => {
        remember(isOn ? 'off' : 'on')
        setOn(!isOn)
      }}
    >
      {isOn ? on : off}
    </button>
  )
}

/** A browser that keeps nothing for pages throws at the mention of it: then the switch holds until the page is left. */
function recall(): string | null {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

function remember(state: 'on' | 'off'): void {
  try {
    localStorage.setItem(REMEMBERED, state)
  } catch {
    // Nothing is kept.
  }
}
