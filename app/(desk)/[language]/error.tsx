'use client'

import { useParams } from 'next/navigation'
import { getFailureMessages } from '@/messages/desk/failure'

/** Stands where a page of the desk could not be drawn. */
export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  const { language } = useParams<{ language?: string }>()
  const words = getFailureMessages(language === 'zh' ? 'zh' : 'en')
  return (
    <div role="alert" className="notice">
      <h1>{words.title}</h1>
      <p className="my-3">{words.text}</p>
      <button type="button" className="button" onClick={reset}>
        {words.retry}
      </button>
    </div>
  )
}
