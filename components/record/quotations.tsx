import type { ReactNode } from 'react'
import { type Reading, toName } from '@/components/view/reading'
import type { Language } from '@/domain/field'
import { isMark } from '@/domain/redaction'
import type { RecordLike } from './record-like'
import { NameText } from './record-link'

/** The words of a mention in each language they are known in, and its summary. */
export function Quotations({ row, reading }: { row: RecordLike; reading: Reading }): ReactNode {
  const { quoteEn, quoteZh, summary } = row.fields
  return (
    <>
      {quoteZh !== undefined && (
        <Quotation reading={reading} written="zh" text={String(quoteZh)} alone={quoteEn === undefined} />
      )}
      {quoteEn !== undefined && (
        <Quotation reading={reading} written="en" text={String(quoteEn)} alone={quoteZh === undefined} />
      )}
      {summary !== undefined && (
        <small className="block text-muted">
          <NameText name={toName(String(summary), reading.language)} reading={reading} />
        </small>
      )}
    </>
  )
}

type QuotationProps = { reading: Reading; written: Language; text: string; alone: boolean }

/** Words in quotation marks of their own language; marked with it where they are there in no other. */
function Quotation({ reading, written, text, alone }: QuotationProps): ReactNode {
  if (isMark(text)) return <span className="block text-muted">{reading.words.redaction.mark}</span>
  const quote = written === 'zh' ? `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”` : `“${text}”`
  if (written === reading.language || !alone) {
    return (
      <span className="block" lang={written === 'zh' ? 'zh-Hans' : 'en'}>
        {quote}
      </span>
    )
  }
  return (
    <span className="block">
      <NameText name={{ text: quote, lang: written }} reading={reading} />
    </span>
  )
}
