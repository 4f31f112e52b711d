import { type Reading, toName } from '@/components/view/reading'
import type { EvidenceFile } from '@/domain/evidence-file'
import type { AnyFields, Citation, Field, Noun } from '@/domain/field'
import { groupDigits } from '@/domain/format-number'
import type { Frequency } from '@/domain/period'
import { isMark } from '@/domain/redaction'
import { CitationList } from './citations'
import { formatDoubtfulDate, formatPeriodCode } from './dates'
import { FileList } from './file-list'
import { NameText, RecordLink } from './record-link'

/** The words for a code of a noun's field; the code itself where there are none. */
export function getCodeText(reading: Reading, noun: Noun, key: string, code: string): string {
  const lists: Record<string, Record<string, string>> = reading.words.codes
  return lists[`${noun}.${key}`]?.[code] ?? code
}

type FieldValueProps = { reading: Reading; noun: Noun; field: Field; value: AnyFields[string]; fields: AnyFields }

/** The value of one field of a record, as its kind is read. */
export function FieldValue({ reading, noun, field, value, fields }: FieldValueProps) {
  if (value === undefined) return <span className="text-muted">–</span>
  if (isMark(value)) return <span className="text-muted">{reading.words.redaction.mark}</span>
  switch (field.kind) {
    case 'reference':
      return <RecordLink reading={reading} noun={field.noun} id={String(value)} />
    case 'citations':
      return <CitationList reading={reading} citations={value as Citation[]} />
    case 'files':
      return <FileList reading={reading} files={value as EvidenceFile[]} />
    case 'texts':
      return (
        <ul className="list-disc ps-5">
          {(value as string[]).map((text) => (
            <li key={text}>
              <NameText name={toName(text, reading.language)} reading={reading} />
            </li>
          ))}
        </ul>
      )
    case 'code':
      return getCodeText(reading, noun, field.key, String(value))
    case 'date':
      return formatDoubtfulDate(reading.words, String(value))
    case 'period':
      return formatPeriodCode(reading.words, String(value), fields.frequency as Frequency)
    case 'integer':
      return field.key === 'unitMult' ? <Power n={String(value)} /> : String(value)
    case 'decimal':
      return <span className="tabular-nums">{groupDigits(String(value))}</span>
    case 'url':
      return (
        <a href={String(value)} rel="noopener noreferrer external" className="break-all">
          {String(value)}
        </a>
      )
    default:
      return <Text text={String(value)} field={field} reading={reading} />
  }
}

/** What the figures of an indicator are multiplied by: `10⁸` for figures in 100 million. */
function Power({ n }: { n: string }) {
  return n === '0' ? (
    '1'
  ) : (
    <>
      10<sup>{n}</sup>
    </>
  )
}

/** The name of a field that is kept in both languages says in which it is: the text itself needs no mark. */
function Text({ text, field, reading }: { text: string; field: Field; reading: Reading }) {
  if (!field.language) return <NameText name={toName(text, reading.language)} reading={reading} />
  return field.language === reading.language ? (
    text
  ) : (
    <span lang={field.language === 'zh' ? 'zh-Hans' : 'en'}>{text}</span>
  )
}
