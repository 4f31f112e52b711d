/** What a person may be. An editor publishes; an admin also looks after people. */
export const roles = ['editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who may do something; an admin may do whatever an editor may. */
export type Audience = 'anyone' | Role

/**
 * The one table of permissions: every server action by its exported name, every route handler by method and address,
 * every desk page by its address. What is not in it may be done by nobody.
 */
export const permissions = {
  'GET /api/auth/[...nextauth]': 'anyone',
  'POST /api/auth/[...nextauth]': 'anyone',
  'POST /api/sign-in': 'anyone',
  'POST /api/sign-out': 'anyone',
  'POST /api/welcome': 'anyone',
  '/sign-in': 'anyone',
  '/welcome/[secret]': 'anyone',

  '/edit': 'editor',
  '/edit/[noun]': 'editor',
  '/edit/[noun]/new': 'editor',
  '/edit/[noun]/[id]': 'editor',
  'GET /edit/options': 'editor',
  publishRecordAction: 'editor',
  withdrawRecordAction: 'editor',
  '/edit/account': 'editor',
  changeNameAction: 'editor',
  changePasswordAction: 'editor',
  endSessionAction: 'editor',
  endOtherSessionsAction: 'editor',

  '/edit/people': 'admin',
  inviteAction: 'admin',
  withdrawInvitationAction: 'admin',
  changeRoleAction: 'admin',
  changeAccessAction: 'admin',
  endSessionsAction: 'admin',
  createResetLinkAction: 'admin',
} as const satisfies Record<string, Audience>

export type Permission = keyof typeof permissions

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** Whether somebody of this role may do it; `null` is somebody who is not signed in. */
export function canPerform(role: Role | null, action: Permission): boolean {
  const audience: Audience | undefined = Object.hasOwn(permissions, action) ? permissions[action] : undefined
  if (audience === 'anyone') return true
  if (audience === undefined || role === null) return false
  return role === 'admin' || role === audience
}
