/** The rules of a password, as the server holds them too. */
const SHORTEST = 12
const KINDS = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/]

export interface Attempt {
  username: string
  oldPassword: string
  newPassword: string
}

export const RULES = {
  length: ({ newPassword }: Attempt) => [...newPassword].length >= SHORTEST,
  kinds: ({ newPassword }: Attempt) => KINDS.filter((kind) => kind.test(newPassword)).length >= 3,
  name: ({ newPassword, username }: Attempt) => newPassword !== '' && !newPassword.toLowerCase().includes(username.toLowerCase()),
  different: ({ newPassword, oldPassword }: Attempt) => newPassword !== '' && newPassword !== oldPassword,
}

export type Rule = keyof typeof RULES

export const verdicts = (attempt: Attempt): { rule: Rule; met: boolean }[] =>
  (Object.keys(RULES) as Rule[]).map((rule) => ({ rule, met: RULES[rule](attempt) }))
