import type { BulletinMessages } from '@/messages/desk/bulletin.en'
import { inputClass } from './desk-input'

type Choice = { id: string; text: string }

type BulletinHeadFormProps = {
  path: string
  asked: { source: string; area: string; period: string; frequency: string }
  sources: readonly Choice[]
  areas: readonly Choice[]
  frequencies: { readonly [code: string]: string }
  words: BulletinMessages
}

/** What all figures of a bulletin share; a plain form whose answer is the sheet. */
export function BulletinHeadForm({ path, asked, sources, areas, frequencies, words }: BulletinHeadFormProps) {
  return (
    <form action={path} method="get" className="my-4 grid max-w-4xl gap-4 sm:grid-cols-2">
      <div>
        <label htmlFor="bulletin-source" className="block text-sm font-semibold">
          {words.source}
        </label>
        <input
          id="bulletin-source"
          name="source"
          list="bulletin-sources"
          required
          maxLength={80}
          autoComplete="off"
          defaultValue={asked.source}
          className={inputClass}
          aria-describedby="bulletin-source-hint"
        />
        <p id="bulletin-source-hint" className="text-sm text-muted">
          {words.sourceHint}
        </p>
        <datalist id="bulletin-sources">
          {sources.map(({ id, text }) => (
            <option key={id} value={id} label={text} />
          ))}
        </datalist>
      </div>
      <div>
        <label htmlFor="bulletin-area" className="block text-sm font-semibold">
          {words.area}
        </label>
        <select id="bulletin-area" name="area" defaultValue={asked.area} className={inputClass}>
          {areas.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="bulletin-frequency" className="block text-sm font-semibold">
          {words.frequency}
        </label>
        <select id="bulletin-frequency" name="frequency" defaultValue={asked.frequency} className={inputClass}>
          {Object.entries(frequencies).map(([code, text]) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="bulletin-period" className="block text-sm font-semibold">
          {words.period}
        </label>
        <input
          id="bulletin-period"
          name="period"
          required
          maxLength={30}
          autoComplete="off"
          defaultValue={asked.period}
          className={inputClass}
          aria-describedby="bulletin-period-hint"
        />
        <p id="bulletin-period-hint" className="text-sm text-muted">
          {words.periodHint}
        </p>
      </div>
      <p>
        <button type="submit" className="button">
          {words.open}
        </button>
      </p>
    </form>
  )
}
