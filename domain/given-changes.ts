import { z } from 'zod'
import type { GivenNote } from './doubtful'
import type { AnyFields, Noun } from './field'
import { nouns } from './field'

/** A change as a script hands it in: the whole record or its withdrawal; without `base` it is made from the newest version. */
export type GivenChange = {
  noun: Noun
  id: string
  base?: number | null | undefined
  fields?: AnyFields | undefined
  withdraw?: { reason: string; successor?: string } | undefined
}

const CHANGES_MOST = 50_000

const value = z.union([z.string(), z.int(), z.array(z.string()), z.array(z.record(z.string(), z.string()))])

const change = z
  .object({
    noun: z.enum(nouns),
    id: z.string().min(1).max(500),
    base: z.int().min(1).nullable().optional(),
    fields: z.record(z.string(), value).optional(),
    withdraw: z.object({ reason: z.string(), successor: z.string().optional() }).strict().optional(),
  })
  .strict()
  .refine(({ fields, withdraw }) => (fields === undefined) !== (withdraw === undefined))

const body = z
  .object({
    summary: z.string().optional(),
    note: z.string().optional(),
    warned: z.string().optional(),
    edition: z.int().min(1).optional(),
    changes: z.array(change).min(1).max(CHANGES_MOST),
  })
  .strict()

export type GivenChanges = GivenNote & { summary: string; edition: number | undefined; changes: GivenChange[] }

/** The changes that a JSON text hands in, or where it is not as it should be (`changes.3.noun`). */
export function parseGivenChanges(text: string): { ok: true; given: GivenChanges } | { ok: false; at: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, at: '' }
  }
  const parsed = body.safeParse(json)
  if (!parsed.success) return { ok: false, at: parsed.error.issues[0]?.path.map(String).join('.') ?? '' }
  const { summary = '', changes, ...more } = parsed.data
  return { ok: true, given: { edition: undefined, ...more, summary, changes: changes as GivenChange[] } }
}
