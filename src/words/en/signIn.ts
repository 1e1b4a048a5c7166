import type { Words } from '../singular.ts';
import type { signIn as vi } from '../vi/signIn.ts';

export const signIn: Words<typeof vi> = {
  'signIn.title': 'Sign in',
  'signIn.lead': 'Dress the roads by plan, in time for the opening.',
  'signIn.userName': 'User name',
  'signIn.password': 'Password',
  'signIn.showPassword': 'Show or hide the password',
  'signIn.submit': 'Sign in',
  'signIn.demo': 'Try it with sample data',
  'signIn.demoHint': 'Pick a role to go straight in. Shared password: {{password}}',
  'signIn.noServer': 'The server does not answer. Check the network and try again.',
  'signIn.left': 'You are signed out of this device.',
  'signIn.retry': 'Try again',
  'signIn.setupHint':
    'There is no account yet. Open the administrator link that the server printed when it started.',
  'signIn.restoring':
    'The server is being restored from a backup. When it is done, this page asks you to sign in.',
  'setup.title': 'Create the administrator',
  'setup.lead': 'This link works once.',
  'setup.name': 'Full name',
  'setup.submit': 'Create and sign in',
  'setup.userNameHint': '2 to 30 letters without marks, digits, dots, underscores; no spaces',
  'setup.passwordHint':
    'At least 15 characters. A sentence that you remember is best; spaces and marks are welcome.',
};
