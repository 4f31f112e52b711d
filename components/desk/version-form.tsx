import { fillTemplate } from '@/components/chart/chart-words'
import { formatMinute } from '@/components/record/moment'
import type { ReviewMessages } from '@/messages/desk/review.en'
import { inputClass } from './input-class'

type Version = { edition: number; at: Date; authorName: string; summary: string }

type VersionFormProps = { versions: readonly Version[]; from: number; to: number; words: ReviewMessages }

/** Two versions to be compared, chosen in a plain form whose answer has an address. */
export function VersionForm({ versions, from, to, words }: VersionFormProps) {
  const options = [...versions].reverse().map(({ edition, at, authorName, summary }) => (
    <option key={edition} value={edition}>
      {fillTemplate(words.version, { n: edition, time: formatMinute(at), author: authorName, summary })}
    </option>
  ))
  return (
    <form method="get" className="my-4 grid max-w-3xl gap-4">
      <div>
        <label htmlFor="from" className="block text-sm font-semibold">
          {words.compareFrom}
        </label>
        <select id="from" name="from" defaultValue={from} className={inputClass}>
          {options}
        </select>
      </div>
      <div>
        <label htmlFor="to" className="block text-sm font-semibold">
          {words.compareTo}
        </label>
        <select id="to" name="to" defaultValue={to} className={inputClass}>
          {options}
        </select>
      </div>
      <button type="submit" className="button main justify-self-start">
        {words.compare}
      </button>
    </form>
  )
}
