'use client'

import { useParams } from 'next/navigation'
import { formatDeskPath } from '@/domain/return-path'
import { getFailureMessages } from '@/messages/desk/failure'

/** Stands where the desk has no such page or record. */
export default function DeskNotFound() {
  const asked = useParams<{ language?: string }>().language
  const language = asked === 'zh' ? 'zh' : 'en'
  const words = getFailureMessages(language)
  return (
    <>
      <h1>{words.lost}</h1>
      <p className="my-3">{words.lostHint}</p>
      <p>
        <a href={formatDeskPath(language, '/edit')}>{words.records}</a>
      </p>
    </>
  )
}
