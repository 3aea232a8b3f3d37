/** What a link's strength means: 强 good, 缺 bad. */
import type { Schema } from '@/api/client'
import type { Tone } from '@/ui/tones'

export type Grade = Schema<'StrengthView'>['grade']

export const gradeTone: Record<Grade, Tone> = { strong: 'good', medium: 'primary', weak: 'warn', missing: 'bad' }
export const GRADES: Grade[] = ['strong', 'medium', 'weak', 'missing']
