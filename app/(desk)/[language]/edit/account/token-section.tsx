import { pickFormWords } from '@/app/desk-page'
import { fillTemplate } from '@/components/chart/chart-words'
import { DeskForm } from '@/components/desk/desk-form'
import { Moment } from '@/components/record/moment'
import { Ledger } from '@/components/view/ledger'
import { listTokens, type Token } from '@/db/people/tokens'
import type { Language } from '@/domain/field'
import { tokenDays, tokenScopes } from '@/domain/token'
import type { DeskMessages } from '@/messages/desk/desk.en'
import { getTokenMessages } from '@/messages/desk/token'
import type { TokenMessages } from '@/messages/desk/token.en'
import { makeTokenAction, revokeTokenAction } from './token-actions'

type TokenSectionProps = { user: string; language: Language; words: DeskMessages }

/** A person's tokens for scripts: those there are, and a new one. */
export async function TokenSection({ user, language, words }: TokenSectionProps) {
  const tokens = await listTokens(user)
  const token = getTokenMessages(language)
  const form = pickFormWords(words)
  return (
    <section aria-labelledby="tokens-title">
      <h2 id="tokens-title">{token.title}</h2>
      <p className="max-w-prose text-muted">{token.lede}</p>
      {tokens.length === 0 ? (
        <p className="my-2">{token.none}</p>
      ) : (
        <TokenTable tokens={tokens} token={token} words={words} />
      )}
      <DeskForm
        id="token"
        action={makeTokenAction}
        words={{ ...form, link: { label: token.secret, hint: token.secretHint } }}
        submit={token.make}
        inputs={[
          { name: 'name', label: token.name, kind: 'text', autoComplete: 'off' },
          {
            name: 'scope',
            label: token.scope,
            kind: 'choice',
            options: tokenScopes.map((value) => ({ value, label: token.scopes[value] })),
          },
          {
            name: 'days',
            label: token.days,
            kind: 'choice',
            value: '30',
            options: tokenDays.map((n) => ({ value: String(n), label: fillTemplate(token.daysOf, { n }) })),
          },
        ]}
      />
    </section>
  )
}

type TokenTableProps = { tokens: readonly Token[]; token: TokenMessages; words: DeskMessages }

function TokenTable({ tokens, token, words }: TokenTableProps) {
  return (
    <Ledger heads={[token.name, token.scope, token.expires, token.used, token.action]} frame="my-4 overflow-x-auto">
      {tokens.map(({ id, name, scope, expiresAt, usedAt, active }) => (
        <tr key={id} className={active ? undefined : 'text-muted'}>
          <th scope="row">{name}</th>
          <td>{token.scopes[scope]}</td>
          <td>
            <Moment at={expiresAt} />
          </td>
          <td>{usedAt ? <Moment at={usedAt} /> : token.never}</td>
          <td>
            {active ? (
              <DeskForm
                id={`revoke-${id}`}
                action={revokeTokenAction}
                words={pickFormWords(words)}
                submit={token.revoke}
                label={fillTemplate(token.revokeNamed, { name })}
                hidden={{ token: id }}
              />
            ) : (
              token.ended
            )}
          </td>
        </tr>
      ))}
    </Ledger>
  )
}
