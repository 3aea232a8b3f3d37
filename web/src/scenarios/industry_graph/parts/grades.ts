/** How strong a link stands, as tones; the word is always written beside. */
import type { Tone } from '@/ui/tones'

export type Grade = 'strong' | 'medium' | 'weak' | 'missing'

export const GRADES: Grade[] = ['strong', 'medium', 'weak', 'missing']
export const TONES: Record<Grade, Tone> = { strong: 'good', medium: 'primary', weak: 'warn', missing: 'bad' }
