/** Issues of quality: what a state looks like. */
import type { Schema } from '@/api/client'
import type { Tone } from '@/ui/tones'

export type Issue = Schema<'IssueView'>
export type WholeIssue = Schema<'WholeIssueView'>

export const STATES = ['unresolved', 'overdue', 'open', 'in_work', 'waiting', 'accepted', 'resolved'] as const
const TONES: Record<Issue['state'], Tone> = { open: 'warn', in_work: 'primary', waiting: 'primary', accepted: 'neutral', resolved: 'good' }
export const toneOf = (issue: Issue): Tone => (issue.overdue ? 'bad' : TONES[issue.state])
export const pageOf = (dataSet: string): string => `/data-sets/${dataSet.replace('.', '/')}`
/** Better or worse than before, with its sign. */
export function changed(change: number | null): { text: string; tone: Tone } | undefined {
  if (change === null) return undefined
  if (change === 0) return { text: '0', tone: 'neutral' }
  return { text: `${change > 0 ? '▲ +' : '▼ '}${change.toFixed(1)}`, tone: change > 0 ? 'good' : 'bad' }
}
