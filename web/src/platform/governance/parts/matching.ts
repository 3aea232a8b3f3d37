/** What pages of matching show alike. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type WrittenName = Schema<'WrittenNameView'>

export const STATES = ['open', 'waiting', 'deferred', 'same', 'unknown'] as const satisfies WrittenName['state'][]
const TONES: Partial<Record<WrittenName['state'], Tone>> = { open: 'warn', same: 'good' }

export const stateOf = ({ state }: WrittenName): { text: string; tone?: Tone } => ({ text: t(`governance.matching.states.${state}`), tone: TONES[state] })
