import { SOURCE_INPUT } from '@/domain/bulletin'
import type { EditState } from '@/domain/edit-state'
import { NOTE_NAME } from '@/domain/warning'
import type { BulletinMessages } from '@/messages/desk/bulletin.en'
import type { EditMessages } from '@/messages/desk/edit.en'
import type { WarningMessages } from '@/messages/desk/warning.en'
import { WarningSummary } from './warning-parts'

type BulletinRefusalProps = {
  state: EditState
  words: BulletinMessages
  edit: EditMessages
  warningWords: WarningMessages
  names: { readonly [indicator: string]: string }
  warned: { [name: string]: readonly string[] }
}

/** What was not published and why, with a link to each cell or field it is about; it takes the focus when it appears. */
export function BulletinRefusal({ state, words, edit, warningWords, names, warned }: BulletinRefusalProps) {
  if (!state || state.rows !== undefined) return null
  const { problems } = state
  const known: Record<string, string> = { ...edit.problems, ...words.problems }
  const cells = Object.keys(problems).filter((name) => name.startsWith('v.'))
  const toLabel = (name: string) => [name, names[name.slice(2)] ?? name] as const
  const labels = Object.fromEntries([...cells, ...Object.keys(warned)].map(toLabel))
  const told = [
    ...(problems.sheet ? [{ href: '#sheet', label: words.sheet, text: words.nothing }] : []),
    ...tell('f-', { reason: words.reason, [NOTE_NAME]: warningWords.note }),
    ...tell('', Object.fromEntries(cells.map(toLabel))),
  ]
  function tell(prefix: string, named: Record<string, string>) {
    return Object.entries(named).flatMap(([name, label]) => {
      const code = problems[name]
      return code === undefined ? [] : [{ href: `#${prefix}${name}`, label, text: known[code] ?? words.problems.other }]
    })
  }
  return (
    <div role="alert" className="notice" tabIndex={-1}>
      <p className="font-semibold">{edit.summary}</p>
      <p>{edit.errors[state.error]}</p>
      {told.length > 0 && (
        <ul className="list-disc ps-5 leading-7">
          {told.map(({ href, label, text }) => (
            <li key={href}>
              <a href={href}>{label}</a>: {text}
            </li>
          ))}
        </ul>
      )}
      <WarningSummary
        texts={warned}
        labels={{ ...labels, [SOURCE_INPUT]: words.source }}
        words={warningWords}
        prefix=""
      />
    </div>
  )
}
