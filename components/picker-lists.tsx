'use client'

import { useEffect, useState } from 'react'
import { type Noun, nouns } from '@/domain/field'

export type Option = { id: string; text: string }
/** What may be referred to, by noun: all there is, or the first 500. */
export type Options = { [N in Noun]?: readonly Option[] }

const WAIT_MS = 150

/**
 * The lists behind the inputs that name another record. They work as they are; while somebody types, the list of that
 * noun is filled with what the whole record holds.
 */
export function PickerLists({ options }: { options: Options }) {
  const [found, setFound] = useState<Options>({})
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const search = (event: Event) => {
      const input = event.target
      if (!(input instanceof HTMLInputElement) || !input.dataset.noun || input.value.trim() === '') return
      const noun = nouns.find((known) => known === input.dataset.noun)
      if (!noun) return
      clearTimeout(timer)
      timer = setTimeout(async () => {
        const matches = await fetchOptions(noun, input.value)
        setFound((before) => ({ ...before, [noun]: matches }))
      }, WAIT_MS)
    }
    document.addEventListener('input', search)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('input', search)
    }
  }, [])
  return Object.entries(options).map(([noun, list]) => (
    <datalist key={noun} id={`options-${noun}`}>
      {merge(found[noun as Noun] ?? [], list ?? []).map(({ id, text }) => (
        <option key={id} value={id} label={text} />
      ))}
    </datalist>
  ))
}

function merge(first: readonly Option[], then: readonly Option[]): Option[] {
  const seen = new Set(first.map(({ id }) => id))
  return [...first, ...then.filter(({ id }) => !seen.has(id))]
}

/** Nothing found and no answer are the same here: what was typed is checked when the form is sent. */
async function fetchOptions(noun: Noun, q: string): Promise<Option[]> {
  try {
    const language = document.documentElement.lang.startsWith('zh') ? '/zh' : ''
    const answer = await fetch(`${language}/edit/options?${new URLSearchParams({ noun, q })}`)
    return answer.ok ? ((await answer.json()) as Option[]) : []
  } catch {
    return []
  }
}
