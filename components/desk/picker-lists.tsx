'use client'

import { createContext, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { Language, Noun } from '@/domain/field'

/** A record that may be chosen; `lang` where its name is not in the reader's language, `unit` what an indicator counts in. */
export type Option = { id: string; text: string; lang?: Language; unit?: string }
/** What may be referred to, by noun: all there is, or the first 500. */
export type Options = { [N in Noun]?: readonly Option[] }

type Pickers = {
  /** The record an input names, as far as it is known here. */
  find: (noun: Noun, id: string) => Option | undefined
  /** Fills the list of a noun with what the whole record holds. */
  search: (noun: Noun, q: string) => void
}

export const PickerContext = createContext<Pickers>({ find: () => undefined, search: () => {} })

const WAIT_MS = 150

/**
 * The lists behind the inputs that name another record, and what these inputs know of them. The lists work as they are;
 * while somebody types, the list of that noun grows.
 */
export function PickerLists({ options, children }: { options: Options; children: ReactNode }) {
  const [found, setFound] = useState<Options>({})
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const search = useCallback((noun: Noun, q: string) => {
    clearTimeout(timer.current)
    if (q.trim() === '') return
    timer.current = setTimeout(async () => {
      const matches = await fetchOptions(noun, q)
      setFound((before) => ({ ...before, [noun]: merge(matches, before[noun] ?? []) }))
    }, WAIT_MS)
  }, [])
  const pickers = useMemo(
    () => ({
      find: (noun: Noun, id: string) => [found, options].flatMap((all) => all[noun] ?? []).find((one) => one.id === id),
      search,
    }),
    [found, options, search],
  )
  return (
    <PickerContext value={pickers}>
      {children}
      {Object.entries(options).map(([noun, list]) => (
        <datalist key={noun} id={`options-${noun}`}>
          {merge(found[noun as Noun] ?? [], list ?? []).map(({ id, text }) => (
            <option key={id} value={id} label={text} />
          ))}
        </datalist>
      ))}
    </PickerContext>
  )
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
