/**
 * What a person may be, each able to do what those before it may. A contributor proposes; an editor also reviews and
 * publishes; an admin also looks after people and rules.
 */
export const roles = ['contributor', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who may do something: the least role it takes. */
export type Audience = 'anyone' | Role

/** Whether somebody of this role may publish, when nothing else stands against it. */
export function canPublish(role: Role): boolean {
  return role !== 'contributor'
}

/**
 * The one table of permissions: every server action by its exported name, every route handler by method and address,
 * every desk page by its address. What is not in it may be done by nobody.
 */
export const permissions = {
  'GET /api/auth/[...nextauth]': 'anyone',
  'POST /api/auth/[...nextauth]': 'anyone',
  'POST /api/sign-in': 'anyone',
  'POST /api/sign-in/code': 'anyone',
  'POST /api/sign-out': 'anyone',
  'POST /api/welcome': 'anyone',
  '/sign-in': 'anyone',
  '/welcome/[secret]': 'anyone',

  '/edit': 'contributor',
  '/edit/[noun]': 'contributor',
  '/edit/[noun]/new': 'contributor',
  '/edit/[noun]/[id]': 'contributor',
  'GET /edit/options': 'contributor',
  publishRecordAction: 'contributor',
  withdrawRecordAction: 'contributor',
  '/edit/gaps/[kind]': 'contributor',
  '/edit/proposals': 'contributor',
  '/edit/proposals/[n]': 'contributor',
  decideProposalAction: 'editor',
  takeOverProposalAction: 'editor',
  withdrawProposalAction: 'contributor',
  rebaseProposalAction: 'contributor',
  '/edit/bulletin': 'contributor',
  publishBulletinAction: 'contributor',
  '/edit/import': 'contributor',
  '/edit/import/[n]': 'contributor',
  'GET /edit/import/[n]/report': 'contributor',
  'GET /edit/import/progress': 'contributor',
  checkImportAction: 'contributor',
  publishImportAction: 'contributor',
  discardImportAction: 'contributor',
  '/edit/undo/[n]': 'editor',
  undoEditionAction: 'editor',
  '/edit/[noun]/[id]/versions': 'contributor',
  '/edit/source/[id]/files': 'contributor',
  addEvidenceAction: 'contributor',
  changeEvidenceAction: 'contributor',
  'GET /edit/source/[id]/files/[sha256]': 'contributor',
  '/edit/account': 'contributor',
  changeNameAction: 'contributor',
  changePasswordAction: 'contributor',
  endSessionAction: 'contributor',
  endOtherSessionsAction: 'contributor',

  // By the token of a person of this role; a session is not looked at.
  'POST /api/proposals': 'contributor',
  makeTokenAction: 'contributor',
  revokeTokenAction: 'contributor',

  confirmFactorAction: 'contributor',
  makeRecoveryCodesAction: 'contributor',
  removeFactorAction: 'contributor',
  '/edit/prove': 'contributor',
  proveAgainAction: 'contributor',

  '/edit/people': 'admin',
  inviteAction: 'admin',
  withdrawInvitationAction: 'admin',
  changeRoleAction: 'admin',
  changeAccessAction: 'admin',
  endSessionsAction: 'admin',
  createResetLinkAction: 'admin',
  resetFactorAction: 'admin',
  '/edit/rules': 'admin',
  setPolicyAction: 'admin',
  '/edit/[noun]/[id]/redact': 'admin',
  askRedactionAction: 'admin',
  '/edit/redactions': 'admin',
  confirmRedactionAction: 'admin',
  withdrawRedactionAction: 'admin',
  '/edit/log': 'admin',
  'GET /edit/log/export': 'admin',
} as const satisfies Record<string, Audience>

export type Permission = keyof typeof permissions

/** What is open to somebody whose role asks for a second factor they do not have: to look after their own account. */
export function isAllowedWithoutFactor(action: Permission): boolean {
  return permissions[action] === 'anyone' || ownAccount.has(action)
}

const ownAccount: ReadonlySet<Permission> = new Set<Permission>([
  '/edit/account',
  'changeNameAction',
  'changePasswordAction',
  'endSessionAction',
  'endOtherSessionsAction',
  'confirmFactorAction',
])

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** Whether somebody of this role may do it; `null` is somebody who is not signed in. */
export function canPerform(role: Role | null, action: Permission): boolean {
  const audience: Audience | undefined = Object.hasOwn(permissions, action) ? permissions[action] : undefined
  if (audience === 'anyone') return true
  if (audience === undefined || role === null) return false
  return roles.indexOf(role) >= roles.indexOf(audience)
}
