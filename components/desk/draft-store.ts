import type { FormValues } from '@/domain/record-form'

/** What somebody typed and did not send, as this browser keeps it. `at` is ISO 8601, `base` the version it was made from. */
export type Draft = { at: string; values: FormValues; reason: string; base: number | null }

const PREFIX = 'draft '
const LIFE_MS = 14 * 24 * 60 * 60 * 1000

/** The draft under a key; null where there is none, where it is two weeks old, or where the browser keeps nothing. */
export function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Draft | null
    if (draft === null || Date.now() - Date.parse(draft.at) < LIFE_MS) return draft
    localStorage.removeItem(PREFIX + key)
    return null
  } catch {
    return null
  }
}

/** Keeps a draft; a browser that will not, does without. */
export function keepDraft(key: string, draft: Omit<Draft, 'at'>): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ ...draft, at: new Date().toISOString() }))
  } catch {
    // Full or forbidden: the form itself still holds what was typed.
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept there either.
  }
}
