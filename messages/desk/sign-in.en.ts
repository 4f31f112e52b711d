/** Words of coming in: by password, by a code, by a link, and of proving it once more. */
export const signInEn = {
  signIn: {
    title: 'Sign in',
    lede: 'For the people who keep this record. Reading it needs no account.',
    submit: 'Sign in',
    lost: 'Forgotten your password? Ask an administrator for a reset link.',
  },
  code: {
    title: 'Second step',
    lede: 'Your password is right. Now type the six digits your app shows, or one of your recovery codes.',
    submit: 'Sign in',
    again: 'Begin again',
  },
  prove: {
    title: 'Is it still you?',
    lede: 'Roles, rules and tokens are changed, and redactions made, only by who has proved themselves in the last quarter of an hour.',
    submit: 'Go on',
    codeHint: 'Leave it empty if you have no second factor.',
    link: 'Prove it',
    back: 'Back',
  },
  welcome: {
    'first-administrator': {
      title: 'Set up the first administrator',
      lede: 'This record has nobody to look after it yet. Whoever fills in this form becomes its first administrator.',
      submit: 'Create the account',
    },
    invitation: {
      title: 'Join the editors',
      lede: 'You have been invited as {role}. Your account will belong to {email}.',
      submit: 'Create the account',
    },
    reset: {
      title: 'Set a new password',
      lede: 'For the account of {email}. Every browser signed in to it will be signed out.',
      submit: 'Set the password',
    },
    expires: 'This link works once, until {time}.',
    voidTitle: 'This link no longer works',
    voidText:
      'It was used already, is too old, or has been replaced by a newer one. Ask whoever gave it to you for another.',
  },
}
