/** A data set being declared for a file: what the file's rows suggest, as a person changes it. */
import type { Schema } from '@/api/client'

export type Proposed = Schema<'ProposedColumnView'>
export type Rule = Schema<'ProposedRuleView'>

export interface Draft {
  header: string
  samples: string[]
  finding: Proposed['finding']
  taken: boolean
  isKey: boolean
  column: Proposed['column']
}

export interface Told {
  tier: Schema<'NewDataSetForFile'>['tier']
  name: string
  title: string
  about: string
  owner: string
  whole: boolean
  incremental: boolean
}

/** Rules that hold whatever comes later; the others are for people to choose. */
const SURE = new Set(['check_digit', 'not_null'])

export const drafts = ({ columns, keys }: Schema<'ProposalView'>): Draft[] =>
  columns.map(({ header, samples, finding, column }) => ({ header, samples, finding, column: { ...column }, taken: true, isKey: keys.includes(column.name) }))

/** A suggested rule, and whether and how it is to be kept. */
export interface Chosen {
  name: string
  message: string
  reason: string
  definition: Rule['definition']
  sure: boolean
  taken: boolean
  severity: 'warn' | 'quarantine' | 'stop'
}

export const chosen = ({ rules }: Schema<'ProposalView'>): Chosen[] =>
  rules.map(({ definition, message, reason }) => {
    const sure = SURE.has(String(definition['kind']))
    return { name: String(definition['name']), message, reason, definition, sure, taken: sure, severity: 'warn' }
  })

/** What the rules were proposed under is what the columns are called now. */
export function renamed(definition: Rule['definition'], names: Map<string, string>): Rule['definition'] {
  const word = (value: unknown): unknown => (typeof value === 'string' ? (names.get(value) ?? value) : value)
  const places = new Set(['column', 'columns', 'left', 'right'])
  return Object.fromEntries(
    Object.entries(definition).map(([key, value]) => [key, places.has(key) ? (Array.isArray(value) ? value.map(word) : word(value)) : value]),
  )
}
