/** The same keys in English. */
import type { Translation } from '@/i18n'
import type zhCN from './zh-CN'

export default {
  login: {
    title: 'Sign in',
    username: 'Account',
    password: 'Password',
    submit: 'Sign in',
    locked: 'The account is locked. Try again in {minutes} minutes',
  },
  password: {
    title: 'Change password',
    first: 'Change the initial password before you go on.',
    old: 'Current password',
    fresh: 'New password',
    again: 'Repeat new password',
    submit: 'Change password',
    done: 'Password changed',
    mismatch: 'The new passwords differ',
    rules: 'A password needs',
    length: 'at least 12 characters',
    kinds: 'three of: capitals, small letters, digits, symbols',
    name: 'not to contain the account name',
    different: 'to differ from the current one',
    met: 'met',
    unmet: 'not met',
    broken: 'The new password does not meet the rules',
    later: 'Not now',
  },
} satisfies Translation<typeof zhCN>
