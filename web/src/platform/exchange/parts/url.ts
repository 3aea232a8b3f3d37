/** The address of a file that comes with the same question as a list. */
export function urlOf(path: string, words: Record<string, string | undefined>): string {
  const asked = Object.entries(words).filter((each): each is [string, string] => each[1] !== undefined)
  return asked.length ? `${path}?${new URLSearchParams(asked)}` : path
}
