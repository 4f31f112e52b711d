import type { Metadata } from 'next'
import { authorisePage } from '@/app/authorise'
import { type DeskPageProps, getDeskWords, pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { getPolicies, policyNames } from '@/db/people/policies'
import { setPolicyAction } from './actions'

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { words } = await getDeskWords(props)
  return { title: `${words.rules.title} · ${words.site}` }
}

/** The switches that hold for everybody, for administrators. */
export default async function RulesPage(props: DeskPageProps) {
  const { language, words } = await getDeskWords(props)
  await authorisePage('/edit/rules', language, '/edit/rules')
  const policies = await getPolicies()
  const { rules } = words
  return (
    <>
      <h1>{rules.title}</h1>
      <p className="my-3 text-muted">{rules.lede}</p>
      {policyNames.map((name) => {
        const isOn = policies[name]
        const submit = isOn ? rules.turnOff : rules.turnOn
        return (
          <section key={name} aria-labelledby={name} className="max-w-prose">
            <h2 id={name}>
              {rules.names[name]} <span className="tag">{isOn ? rules.on : rules.off}</span>
            </h2>
            <p className="mb-3 text-muted">{rules.texts[name]}</p>
            <DeskForm
              id={`rule-${name}`}
              action={setPolicyAction}
              words={pickFormWords(words)}
              submit={submit}
              label={fillTemplate(words.people.named, { action: submit, name: rules.names[name] })}
              hidden={{ name, enabled: isOn ? 'no' : 'yes' }}
            />
          </section>
        )
      })}
    </>
  )
}
