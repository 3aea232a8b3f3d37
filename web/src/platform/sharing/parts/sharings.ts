/** Words and tones of ways of sharing. */
import type { Schema } from '@/api/client'
import type { Tone } from '@/ui/tones'

export type Sharing = Schema<'SharingView'>
export type Profile = Schema<'ProfileShape-Input'>
export type Checked = Schema<'CheckedView'>
export type State = Sharing['state']

export const STATES: State[] = ['waiting', 'allowed', 'refused', 'ended']
export const STATE_TONES: Record<State, Tone> = { waiting: 'warn', allowed: 'good', refused: 'bad', ended: 'neutral' }
export const KINDS = ['open', 'partner', 'exchange', 'download'] as const
export const MANNERS = ['rows', 'groups', 'counts'] as const
export const MEANS = ['plain', 'mask', 'truncate', 'format', 'pseudonym', 'generalise', 'withhold'] as const
