import { accountEn } from './account.en'
import { answerEn } from './answer.en'
import { failureEn } from './failure'
import { logEn } from './log.en'
import { peopleEn } from './people.en'
import { signInEn } from './sign-in.en'

/** Every word of signing in and of the pages about people, in English. `{name}` marks a place that is filled in. */
export const deskEn = {
  site: 'Pot & Iron',
  desk: 'Editors’ desk',
  skip: 'Skip to the content',
  nav: {
    label: 'Desk',
    records: 'Records',
    account: 'Your account',
    people: 'People',
    rules: 'Rules',
    log: 'Log',
    signOut: 'Sign out',
    language: '中文',
    languageLabel: 'This page in Chinese',
  },
  fields: {
    email: 'E-mail address',
    password: 'Password',
    code: 'Code of your app, or a recovery code',
    current: 'Current password',
    next: 'New password',
    repeat: 'New password again',
    name: 'Public name',
    role: 'Role',
  },
  hints: {
    password: 'At least 12 characters. A few unrelated words make a good password; any characters will do.',
    name: 'Readers see this name beside every edition you publish. It need not be your legal name.',
  },
  link: {
    label: 'The link, shown only once',
    hint: 'Pass it on by a way you trust. Whoever opens it first can use it.',
  },
  copy: { label: 'Copy the link', done: 'Copied' },
  summary: 'This did not work',
  pending: 'Sending…',
  ...signInEn,
  ...accountEn,
  ...peopleEn,
  ...answerEn,
  log: logEn,
  failure: failureEn,
}

export type DeskMessages = typeof deskEn
