'use client'

import { useEffect, useState } from 'react'

/** Copies a text. It is there only where it can do so: without scripts, or a clipboard, the text beside it is selected. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [isAble, setAble] = useState(false)
  const [copied, setCopied] = useState(false)
  useEffect(() => setAble(Boolean(navigator.clipboard)), [])
  if (!isAble) return null
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
