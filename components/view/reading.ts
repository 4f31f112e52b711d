import { fillTemplate } from '@/components/chart/chart-words'
import { formatPeriodCode } from '@/components/record/dates'
import { isMostly, splitLanguages } from '@/components/record/written-language'
import { type EditionSegment, formatAddress, pageOfNoun } from '@/domain/address'
import type { AnyFields, Language, Noun } from '@/domain/field'
import type { Frequency } from '@/domain/period'
import { isMark } from '@/domain/redaction'
import type { AnyView, Page } from '@/domain/view'
import type { Messages } from '@/messages/en'
import { getMessages } from '@/messages/messages'

/** Records that others refer to, by noun and id. */
export type LabelMap = { [N in Noun]?: Record<string, AnyFields> }

/** Who reads what: the language and its words, the edition, and the names of what the rows refer to. */
export type Reading = EditionSegment & {
  language: Language
  words: Messages
  publishedAt: Date
  labels: LabelMap
}

export function toReading(
  language: Language,
  edition: EditionSegment,
  publishedAt: Date,
  labels: LabelMap = {},
): Reading {
  return { ...edition, language, words: getMessages(language), publishedAt, labels }
}

/** The address of another page or record in the same language; from a pinned page it stays pinned. */
export function hrefTo(
  reading: Reading,
  page: Page,
  { id, view }: { id?: string; view?: Partial<AnyView> } = {},
): string {
  return formatAddress({
    language: reading.language,
    ...(reading.pinned ? { pinned: reading.edition } : {}),
    page,
    ...(id === undefined ? {} : { id }),
    ...(view ? { view } : {}),
  })
}

export function hrefToRecord(reading: Reading, noun: Noun, id: string): string {
  return hrefTo(reading, pageOfNoun[noun], { id })
}

/** A name and the language it is written in, where that is not the reader's; `mixed` where it has parts in both. */
export type Name = { text: string; lang?: Language; mixed?: boolean }

/** What a record is called in the reader's language; a text that exists in the other only is given as it is. */
export function getName(noun: Noun, id: string, fields: AnyFields | undefined, reading: Reading): Name {
  if (!fields) return { text: id }
  const { language, words } = reading
  if (noun === 'source') return toName(String(fields.title), language)
  if (noun === 'member') return { text: getText('area', String(fields.area), reading) }
  if (noun === 'report') {
    const kinds: Record<string, string> = words.codes['report.kind']
    const area = getText('area', String(fields.member).split('.')[1] ?? '', reading)
    return { text: fillTemplate(words.names.report, { area, kind: kinds[String(fields.kind)] ?? id }) }
  }
  if (noun === 'mention') return getMentionName(id, fields, reading)
  if (noun === 'observation') {
    const period = formatPeriodCode(words, String(fields.period), fields.frequency as Frequency)
    const indicator = getText('indicator', String(fields.indicator), reading)
    const area = getText('area', String(fields.area), reading)
    return { text: fillTemplate(words.names.observation, { indicator, area, period }) }
  }
  const [own, other] = language === 'zh' ? (['Zh', 'En'] as const) : (['En', 'Zh'] as const)
  for (const suffix of [own, other]) {
    const text = fields[`name${suffix}`] ?? fields[`title${suffix}`]
    if (text !== undefined && isMark(text)) return toName(String(text), language)
    if (text !== undefined) return { text: String(text), ...markLanguage(suffix === 'Zh' ? 'zh' : 'en', language) }
  }
  return { text: id }
}

function getMentionName(id: string, fields: AnyFields, reading: Reading): Name {
  const kinds: Record<string, string> = reading.words.codes['mention.documentKind']
  const kind = kinds[String(fields.documentKind)] ?? id
  return {
    text: fillTemplate(reading.words.names.mention, { area: getText('area', String(fields.area), reading), kind }),
  }
}

function getText(noun: Noun, id: string, reading: Reading): string {
  return getName(noun, id, reading.labels[noun]?.[id], reading).text
}

/** The name of a record that the labels hold, else its id. */
export function getLabel(reading: Reading, noun: Noun, id: string): Name {
  return getName(noun, id, reading.labels[noun]?.[id], reading)
}

/**
 * A text of a record that does not say in which language it is written; judged by its letters. Where it was redacted,
 * words that say so.
 */
export function toName(text: string, reader: Language): Name {
  if (isMark(text)) return { text: getMessages(reader).redaction.mark }
  const other = reader === 'zh' ? 'en' : 'zh'
  return {
    text,
    ...(isMostly(other, text) ? { lang: other } : {}),
    ...(splitLanguages(text).length > 1 ? { mixed: true } : {}),
  }
}

function markLanguage(written: Language, read: Language): { lang?: Language } {
  return written === read ? {} : { lang: written }
}
