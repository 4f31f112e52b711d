'use client'

import { useState } from 'react'

/** Copies a text; without JavaScript the text beside it can be selected. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <button type="button" className="button small" onClick={copy}>
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  )
}
