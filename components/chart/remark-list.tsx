import { isMostly } from '@/components/record/written-language'
import type { Remark } from '@/domain/chart/chart-remarks'
import type { Language } from '@/domain/field'

/** The record's own notes on what is drawn, each with the letter that marks its figures, in the language they are in. */
export function RemarkList({ remarks, label }: { remarks: readonly Remark[]; label: string }) {
  if (remarks.length === 0) return null
  return (
    <ul className="chart-notes chart-remarks" aria-label={label}>
      {remarks.map(({ sign, text }) => (
        <li key={text}>
          {sign && <b>{sign}</b>} <span lang={getWritten(text) === 'zh' ? 'zh-Hans' : 'en'}>{text}</span>
        </li>
      ))}
    </ul>
  )
}

/** The same as lines of a picture. */
export function tellRemarks(remarks: readonly Remark[]): string[] {
  return remarks.map(({ sign, text }) => (sign ? `${sign}  ${text}` : text))
}

function getWritten(text: string): Language {
  return isMostly('zh', text) ? 'zh' : 'en'
}
