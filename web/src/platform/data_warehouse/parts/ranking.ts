/** A ranking of sources as words, and words as a ranking: one entry a line. */
import type { Schema } from '@/api/client'

type Entries = Schema<'PrecedenceRanking'>['entries']
const AUTHORITIES = ['verified', 'public', 'enterprise', 'third_party', 'centre', 'unknown'] as const

export function titles(entries: Entries, title: (authority: string) => string): string[] {
  return entries.map(({ kind, name }) => (kind === 'authority' ? title(name) : name))
}

/** A line that names no kind of source names a provider. */
export function read(lines: string, title: (authority: string) => string): Entries {
  const kinds = new Map(AUTHORITIES.map((authority) => [title(authority), authority]))
  return lines.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const authority = kinds.get(line)
    return authority ? { kind: 'authority', name: authority } : { kind: 'provider', name: line }
  })
}
