/** Suspected cells: their kinds and states. */
import type { Schema } from '@/api/client'
import type { Tone } from '@/ui/tones'

export type Found = Schema<'SuspicionView'>
export type Look = Schema<'DetectionView'>
export type Decision = Schema<'SuspicionsDecided'>['decision']

export const DECISIONS = ['repair', 'ask', 'dismiss'] as const satisfies Decision[]
export const STATES = ['open', 'asked', 'repaired', 'dismissed'] as const satisfies Found['state'][]
export const KINDS = ['dependency', 'spelling', 'corrupted', 'pattern', 'format', 'outlier', 'disguised_missing', 'merged'] as const satisfies Found['kind'][]

const TONES: Record<Found['state'], Tone> = { open: 'warn', asked: 'primary', repaired: 'good', dismissed: 'neutral' }
export const toneOf = (state: Found['state']): Tone => TONES[state]
export const isUnderWay = (look: Look | undefined): boolean => look?.state === 'queued' || look?.state === 'running'
