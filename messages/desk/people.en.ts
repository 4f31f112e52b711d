import type { Role } from '@/domain/permission'

/** Words of the pages about people and rules. */
export const peopleEn = {
  roles: { contributor: 'Contributor', editor: 'Editor', admin: 'Administrator' } satisfies Record<Role, string>,
  roleHints: {
    contributor: 'proposes, and others publish',
    editor: 'reviews and publishes',
    admin: 'publishes and looks after people and rules',
  } satisfies Record<Role, string>,
  people: {
    title: 'People',
    lede: 'Who may change the record. The last active administrator cannot be removed.',
    inviteTitle: 'Invite somebody',
    inviteLede: 'You get a link to pass on yourself. It works once, for three days, and is shown only here and now.',
    inviteSubmit: 'Make the link',
    invitationsTitle: 'Open invitations',
    invitationsNone: 'None.',
    expires: 'Valid until',
    withdraw: 'Withdraw',
    withdrawNamed: 'Withdraw the invitation of {email}',
    tableTitle: 'Accounts',
    person: 'Person',
    state: 'State',
    active: 'Active',
    disabled: 'Disabled',
    sessions: 'Signed in',
    sessionsCount: '{n} browsers, last {time}',
    sessionsOne: '1 browser, last {time}',
    sessionsNone: 'nowhere',
    actions: 'Actions',
    you: 'you',
    makeRole: { contributor: 'Make contributor', editor: 'Make editor', admin: 'Make administrator' } satisfies Record<
      Role,
      string
    >,
    factor: 'Second factor',
    factorOn: 'set up',
    factorOff: 'none',
    resetFactor: 'Remove second factor',
    disable: 'Disable',
    enable: 'Enable',
    endSessions: 'Sign out everywhere',
    reset: 'Make reset link',
    named: '{action}: {name}',
  },
  rules: {
    title: 'Rules',
    lede: 'Switches that hold for everybody who keeps this record. Every change of one is in the log.',
    on: 'On',
    off: 'Off',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    names: { 'four-eyes': 'Four eyes', 'second-factor': 'Second factor' },
    texts: {
      'four-eyes':
        'Nobody publishes what they had a hand in, whatever their role: changes, imports, undoing, restoring and withdrawing wait for somebody else.',
      'second-factor': 'Editors and administrators can do nothing until they have set up a second factor.',
    },
  },
}
