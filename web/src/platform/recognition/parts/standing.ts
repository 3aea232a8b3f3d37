/** How an application stands, in words and tone. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Step = Schema<'StepTold'>
export type Application = Schema<'ApplicationTold'>
export type Finding = Schema<'FindingTold'>

const TONES: Record<string, Tone> = { recognised: 'good', refused: 'bad', revoked: 'bad', withdrawn: 'neutral', supplementing: 'warn', returned: 'warn' }
export const standing = (state: string): { text: string; tone: Tone } => ({ text: t(`recognition.states.${state}`), tone: TONES[state] ?? 'primary' })
export const points = (value: number): string => String(Math.round(value * 10) / 10)
