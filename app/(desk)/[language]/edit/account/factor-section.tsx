import { pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { QrCode } from '@/components/desk/qr-code'
import { formatMinute } from '@/components/record/moment'
import { getFactor, prepareFactor } from '@/db/people/second-factor'
import type { DeskMessages } from '@/messages/desk/desk.en'
import { confirmFactorAction, makeRecoveryCodesAction, removeFactorAction } from './actions'

/** A person's second factor: to set up, or to look after. */
export async function FactorSection({ user, words }: { user: string; words: DeskMessages }) {
  const state = await getFactor(user)
  const { factor } = words
  const form = pickFormWords(words)
  return (
    <section aria-labelledby="factor-title">
      <h2 id="factor-title">{factor.title}</h2>
      <p className="max-w-prose text-muted">{factor.lede}</p>
      <p className="my-2">
        {state.since ? fillTemplate(factor.on, { time: formatMinute(state.since), n: state.codesLeft }) : factor.off}
      </p>
      {state.active ? (
        <div className="flex flex-wrap gap-3">
          <DeskForm id="codes" action={makeRecoveryCodesAction} words={form} submit={factor.makeCodes} />
          <DeskForm id="remove-factor" action={removeFactorAction} words={form} submit={factor.remove} />
        </div>
      ) : (
        <NewFactor user={user} words={words} />
      )}
    </section>
  )
}

async function NewFactor({ user, words }: { user: string; words: DeskMessages }) {
  const prepared = await prepareFactor(user)
  if (!prepared) return null
  const { factor, fields } = words
  return (
    <details>
      <summary className="py-1">{factor.confirm}</summary>
      <p className="mt-3">{factor.scan}</p>
      <p className="my-3">
        <QrCode text={prepared.uri} label={factor.qr} />
      </p>
      <p>
        {factor.key}: <code className="break-all">{prepared.secret}</code>
      </p>
      <DeskForm
        id="factor"
        action={confirmFactorAction}
        words={pickFormWords(words)}
        submit={factor.confirm}
        inputs={[{ name: 'code', label: fields.code, kind: 'text', autoComplete: 'one-time-code' }]}
      />
    </details>
  )
}
