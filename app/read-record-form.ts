import type { CitationWords } from '@/components/desk/citation-inputs'
import type { Options } from '@/components/desk/picker-lists'
import type { RecordInputSpec } from '@/components/desk/record-input'
import type { WarningWords } from '@/components/desk/warning-text'
import { getUnitText } from '@/components/record/amount'
import { getCodeText } from '@/components/record/field-value'
import { getName, type Reading, toReading } from '@/components/view/reading'
import { getCurrentEdition } from '@/db/current-edition'
import { getLabels } from '@/db/get-labels'
import { listAll } from '@/db/list-all'
import { type AnyFields, evidences, type Language, type Noun } from '@/domain/field'
import { definitions, getFields } from '@/domain/record'
import { citationKeys } from '@/domain/record-form'
import { getWarningMessages } from '@/messages/desk/warning'

/** What a record's form is made of: its inputs, what may be chosen, and the words around citations. */
export type RecordFormParts = {
  inputs: RecordInputSpec[]
  options: Options
  citationWords: CitationWords
  warningWords: WarningWords
  reading: Reading
}

/** Reads what the form of a noun offers; `fields` of a record that is there fix the parts of its id. */
export async function readRecordForm(
  noun: Noun,
  language: Language,
  record: { id: string; fields: AnyFields } | null,
): Promise<RecordFormParts> {
  const edition = (await getCurrentEdition()).n
  const referred = new Set(
    getFields(noun).flatMap((field) =>
      field.kind === 'reference' ? [field.noun] : field.kind === 'citations' ? ['source' as const] : [],
    ),
  )
  if (record) referred.add(noun)
  const rows = record ? [{ noun, id: record.id, fromEdition: edition, fields: record.fields }] : []
  const [labels, lists] = await Promise.all([
    getLabels(edition, rows),
    Promise.all(
      [...referred]
        .filter((one) => one !== 'observation')
        .map(async (one) => [one, await listAll(one, edition)] as const),
    ),
  ])
  const reading = toReading(language, { edition, current: edition, pinned: false }, new Date(0), labels)
  const toOption = (one: Noun, id: string, fields: AnyFields) => {
    const { text, lang } = getName(one, id, fields, reading)
    const unit = one === 'indicator' ? { unit: getUnitText(reading, fields) } : {}
    return { id, text, ...(lang ? { lang } : {}), ...unit }
  }
  const options: Options = Object.fromEntries(
    lists.map(([one, records]) => {
      const listed = new Set(records.map(({ id }) => id))
      // A list has an end; what this record names is in it all the same.
      const named = Object.entries(labels[one] ?? {}).filter(([id]) => !listed.has(id))
      return [
        one,
        [
          ...records.map(({ id, fields }) => toOption(one, id, fields)),
          ...named.map(([id, fields]) => toOption(one, id, fields)),
        ],
      ]
    }),
  )
  return {
    inputs: getFields(noun).map((field) => toInput(noun, field, reading, record !== null)),
    options,
    citationWords: getCitationWords(reading),
    warningWords: getWarningWords(reading),
    reading,
  }
}

function toInput(
  noun: Noun,
  field: ReturnType<typeof getFields>[number],
  reading: Reading,
  isThere: boolean,
): RecordInputSpec {
  const names: Record<string, string> = reading.words.fields
  return {
    key: field.key,
    label: names[field.key] ?? field.key,
    kind: field.kind,
    required: field.required ?? false,
    lines: field.kind === 'text' ? (field.lines ?? 1) : 1,
    fixed: isThere && (definitions[noun].compose?.includes(field.key) ?? false),
    ...(field.language ? { language: field.language } : {}),
    ...(field.kind === 'reference' ? { noun: field.noun } : {}),
    ...(field.kind === 'code'
      ? { options: field.codes.map((code) => ({ value: code, label: getCodeText(reading, noun, field.key, code) })) }
      : {}),
  }
}

/** What the words of warnings need to be told in the reader's language. */
export function getWarningWords({ language, words }: Pick<Reading, 'language' | 'words'>): WarningWords {
  const { period, months } = words.chart
  return { words: getWarningMessages(language), periods: { period, months } }
}

function getCitationWords({ words }: Reading): CitationWords {
  return {
    labels: Object.fromEntries(citationKeys.map((key) => [key, words.citation[key]])) as CitationWords['labels'],
    evidence: evidences.map((code) => ({ value: code, label: words.codes['citation.evidence'][code] })),
  }
}
