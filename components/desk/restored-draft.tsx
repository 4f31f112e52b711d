import { fillTemplate } from '@/components/chart/chart-words'
import type { Draft } from './draft-store'

type RestoredDraftProps = {
  draft: Draft | null
  words: { restored: string; discard: string }
  onDiscard: () => void
}

/** Says that the form holds what was typed earlier and never sent, which can be thrown away. */
export function RestoredDraft({ draft, words, onDiscard }: RestoredDraftProps) {
  if (!draft) return null
  return (
    <p role="status" className="notice" data-restored>
      {fillTemplate(words.restored, { time: draft.at.slice(0, 16).replace('T', ' ') })}{' '}
      <button type="button" className="button small" onClick={onDiscard}>
        {words.discard}
      </button>
    </p>
  )
}
