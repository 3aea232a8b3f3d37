/** How far the grades of a data set are decided. */
import type { Schema } from '@/api/client'
import type { Tone } from '@/ui/tones'

export type State = Schema<'BookState'>
export type Whole = Schema<'WholeGradedView'>

export const STATES: State[] = ['unconfirmed', 'changed', 'confirmed']
export const TONES: Record<State, Tone> = { unconfirmed: 'warn', changed: 'bad', confirmed: 'good' }
