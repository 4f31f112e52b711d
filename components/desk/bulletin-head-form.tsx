import type { BulletinMessages } from '@/messages/desk/bulletin.en'
import { inputClass } from './input-class'
import { LabelledField } from './labelled-field'

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
  const codes = Object.entries(frequencies).map(([id, text]) => ({ id, text }))
  return (
    <form action={path} method="get" className="my-4 grid max-w-4xl items-end gap-x-4 sm:grid-cols-2">
      <LabelledField id="bulletin-source" label={words.source} hint={words.sourceHint}>
        <TypedInput name="source" value={asked.source} longest={80} list="bulletin-sources" />
        <datalist id="bulletin-sources">
          {sources.map(({ id, text }) => (
            <option key={id} value={id} label={text} />
          ))}
        </datalist>
      </LabelledField>
      <LabelledField id="bulletin-period" label={words.period} hint={words.periodHint}>
        <TypedInput name="period" value={asked.period} longest={30} />
      </LabelledField>
      <LabelledField id="bulletin-area" label={words.area}>
        <ChoiceInput name="area" value={asked.area} choices={areas} />
      </LabelledField>
      <LabelledField id="bulletin-frequency" label={words.frequency}>
        <ChoiceInput name="frequency" value={asked.frequency} choices={codes} />
      </LabelledField>
      <p>
        <button type="submit" className="button main">
          {words.open}
        </button>
      </p>
    </form>
  )
}

function TypedInput({ name, value, longest, list }: { name: string; value: string; longest: number; list?: string }) {
  return (
    <input
      id={`bulletin-${name}`}
      name={name}
      list={list}
      required
      maxLength={longest}
      autoComplete="off"
      defaultValue={value}
      className={inputClass}
      aria-describedby={`bulletin-${name}-hint`}
    />
  )
}

function ChoiceInput({ name, value, choices }: { name: string; value: string; choices: readonly Choice[] }) {
  return (
    <select id={`bulletin-${name}`} name={name} defaultValue={value} className={inputClass}>
      {choices.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}
