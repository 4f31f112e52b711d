import { z } from 'zod'
import { type Area, areaFields } from './area'
import { type Claimant, claimantFields } from './claimant'
import { getEarliestDay, getLatestDay } from './date'
import { documentFields, type PolicyDocument } from './document'
import { type AnyFields, type Citation, type Field, ID, ID_PART, type Noun, toFieldSchema } from './field'
import { type Indicator, indicatorFields } from './indicator'
import { type AreaList, listFields } from './list'
import { type Member, memberFields } from './member'
import { type Mention, mentionFields } from './mention'
import { type Observation, observationFields, statusesWithValue } from './observation'
import { type Frequency, parsePeriod } from './period'
import { type Report, reportFields } from './report'
import { type Source, sourceFields } from './source'
import { type TaskForce, taskForceFields } from './task-force'

/** The fields of each noun, by name. */
export type Records = {
  area: Area
  source: Source
  document: PolicyDocument
  list: AreaList
  member: Member
  report: Report
  'task-force': TaskForce
  mention: Mention
  claimant: Claimant
  indicator: Indicator
  observation: Observation
}

/** A problem with a record: where it is (a field's key, or `id`) and which rule it breaks (a code forms have words for). */
export type Problem = { key: string; code: string }

/** `compose` names the fields whose values, joined by dots, are the id; elsewhere an editor chooses a slug. */
type Definition = {
  fields: readonly Field[]
  compose?: readonly string[]
  check?: (fields: AnyFields) => Problem[]
}

export const definitions: Record<Noun, Definition> = {
  area: { fields: areaFields },
  source: { fields: sourceFields },
  document: { fields: documentFields },
  list: { fields: listFields },
  member: { fields: memberFields, compose: ['list', 'area', 'stay'], check: checkMember },
  report: { fields: reportFields },
  'task-force': { fields: taskForceFields },
  mention: { fields: mentionFields },
  claimant: { fields: claimantFields },
  indicator: { fields: indicatorFields },
  observation: {
    fields: observationFields,
    compose: ['indicator', 'area', 'period', 'frequency', 'claimant'],
    check: checkObservation,
  },
}

/** Words that end an address as a file's extension and can therefore end no id. */
export const extensions = ['json', 'csv', 'xlsx', 'svg', 'png', 'atom'] as const

export function getFields(noun: Noun): readonly Field[] {
  return definitions[noun].fields
}

/** The id that a record's own fields make, or null where an editor chooses it or a part is missing. */
export function composeId(noun: Noun, fields: AnyFields): string | null {
  const parts = definitions[noun].compose?.map((key) => fields[key])
  return parts?.every((part) => part !== undefined && part !== '') ? parts.join('.') : null
}

/** One sentence on each id: it fits the noun, does not end as a file does, and where composed says what the fields say. */
function checkId(noun: Noun, id: string, fields: AnyFields): Problem[] {
  const composed = definitions[noun].compose !== undefined
  if (!(composed ? ID : ID_PART).test(id)) return [{ key: 'id', code: 'id' }]
  if (extensions.some((extension) => id.endsWith(`.${extension}`) || id === extension))
    return [{ key: 'id', code: 'reserved' }]
  return composed && composeId(noun, fields) !== id ? [{ key: 'id', code: 'composed' }] : []
}

const schemas = new Map<Noun, z.ZodType>()

function getSchema(noun: Noun): z.ZodType {
  const kept = schemas.get(noun)
  if (kept) return kept
  const shape = Object.fromEntries(definitions[noun].fields.map((field) => [field.key, toFieldSchema(field)]))
  const made = z.object(shape).strict()
  schemas.set(noun, made)
  return made
}

/**
 * Reads the fields of one record: trimmed, NFC, checked field by field and then as a whole.
 * @param input values by field key; a member that is absent or `undefined` is unknown
 * @returns the fields, or every problem found, each at its field
 */
export function parseRecord(
  noun: Noun,
  id: string,
  input: unknown,
): { ok: true; fields: AnyFields } | { ok: false; problems: Problem[] } {
  const parsed = getSchema(noun).safeParse(input)
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map(toProblem) }
  }
  const fields = parsed.data as AnyFields
  const problems = [...checkId(noun, id, fields), ...(definitions[noun].check?.(fields) ?? [])]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, fields: dropAbsent(fields) }
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  const key = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return { key: issue.keys[0] ?? key, code: 'unknown' }
  return { key, code: issue.message.startsWith('Invalid input') ? 'missing' : issue.message }
}

function dropAbsent(fields: AnyFields): AnyFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function checkMember({ from, to }: AnyFields): Problem[] {
  if (from === undefined || to === undefined) return []
  const begins = getEarliestDay(String(from))
  return begins !== null && getLatestDay(String(to)) < begins ? [{ key: 'to', code: 'order' }] : []
}

function checkObservation({ period, frequency, status, value }: AnyFields): Problem[] {
  const problems: Problem[] = []
  if (!parsePeriod(String(period), frequency as Frequency)) problems.push({ key: 'period', code: 'period' })
  const wantsValue = statusesWithValue.some((known) => known === status)
  if (wantsValue && value === undefined) problems.push({ key: 'value', code: 'missing' })
  if (!wantsValue && value !== undefined) problems.push({ key: 'value', code: 'no-value' })
  return problems
}

/** What a record rests on: every record its fields name, and every source it cites. */
export function getReferences(noun: Noun, fields: AnyFields): { key: string; noun: Noun; id: string }[] {
  return definitions[noun].fields.flatMap((field) => {
    const value = fields[field.key]
    if (value === undefined) return []
    if (field.kind === 'reference') return [{ key: field.key, noun: field.noun, id: String(value) }]
    if (field.kind !== 'citations') return []
    return (value as Citation[]).map(({ source }, at) => ({
      key: `${field.key}.${at}.source`,
      noun: 'source' as const,
      id: source,
    }))
  })
}

/** Columns computed from a record's fields so that the database can compare and order: last days of dates, ends of periods. */
export function derive(noun: Noun, fields: AnyFields): { [column: string]: string | null } {
  if (noun === 'observation') {
    const span = parsePeriod(String(fields.period), fields.frequency as Frequency)
    return { periodStart: span?.start ?? null, periodEnd: span?.end ?? null }
  }
  return Object.fromEntries(
    definitions[noun].fields
      .filter((field) => field.kind === 'date')
      .map((field) => {
        const date = fields[field.key]
        return [`${field.key}Latest`, date === undefined ? null : getLatestDay(String(date))]
      }),
  )
}
