import { expect, test } from 'vitest'
import { canPerform, type Permission, permissions } from '@/domain/permission'

const all = Object.keys(permissions) as Permission[]

test('a stranger may sign in and come in by a link, and nothing else', () => {
  expect(all.filter((action) => canPerform(null, action)).sort()).toEqual([
    '/sign-in',
    '/welcome/[secret]',
    'GET /api/auth/[...nextauth]',
    'POST /api/auth/[...nextauth]',
    'POST /api/sign-in',
    'POST /api/sign-in/code',
    'POST /api/sign-out',
    'POST /api/welcome',
  ])
})

test('an editor may not touch people and rules, nor redact', () => {
  expect(all.filter((action) => !canPerform('editor', action)).sort()).toEqual([
    '/edit/[noun]/[id]/redact',
    '/edit/log',
    '/edit/people',
    '/edit/redactions',
    '/edit/rules',
    'GET /edit/log/export',
    'askRedactionAction',
    'changeAccessAction',
    'changeRoleAction',
    'confirmRedactionAction',
    'createResetLinkAction',
    'endSessionsAction',
    'inviteAction',
    'resetFactorAction',
    'setPolicyAction',
    'withdrawInvitationAction',
    'withdrawRedactionAction',
  ])
})

test('a contributor may fill in every form of the record, and an editor may whatever a contributor may', () => {
  const forms: Permission[] = [
    '/edit',
    '/edit/[noun]/new',
    'publishRecordAction',
    'withdrawRecordAction',
    '/edit/account',
  ]
  for (const action of forms)
    expect([canPerform('contributor', action), canPerform('editor', action)]).toEqual([true, true])
  expect(canPerform('contributor', '/edit/people')).toBe(false)
})

test('an admin may do everything in the table, and nobody what is not in it', () => {
  expect(all.filter((action) => !canPerform('admin', action))).toEqual([])
  for (const name of ['toString', '__proto__', 'constructor', 'dropAction']) {
    expect(canPerform('admin', name as Permission)).toBe(false)
  }
})
