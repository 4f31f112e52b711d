import type { TokenScope } from '@/domain/token'

/** Every word of personal tokens, in English. */
export const tokenEn = {
  title: 'Tokens',
  lede: 'A token lets a script hand in files in your name, without your password. It can do no more than you can.',
  none: 'You have none.',
  name: 'What it is for',
  scope: 'It may',
  scopes: { propose: 'propose only', publish: 'publish, where your role allows it' } satisfies Record<
    TokenScope,
    string
  >,
  days: 'Good for',
  daysOf: '{n} days',
  make: 'Make a token',
  secret: 'The token, shown only once',
  secretHint: 'Keep it where you keep passwords. Whoever holds it can use it.',
  expires: 'Good until',
  used: 'Last used',
  never: 'never',
  action: 'Action',
  ended: 'ended',
  revoke: 'Revoke',
  revokeNamed: 'Revoke {name}',
}
export type TokenMessages = typeof tokenEn
