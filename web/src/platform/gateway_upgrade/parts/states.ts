/** How far a release is, as a tag. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Phase = Schema<'OfferedRelease'>['state']

const TONES: Record<Phase, Tone> = { offered: 'warn', declined: 'neutral', waiting: 'primary', ready: 'primary', ordered: 'primary', kept: 'good', returned: 'bad', failed: 'bad' }

export const stateTag = (state: Phase): { text: string; tone: Tone } => ({ text: t(`gateway_upgrade.states.${state}`), tone: TONES[state] })

const MEGABYTE = 1024 * 1024

export const megabytes = (size: number): string => t('gateway_upgrade.megabytes', { count: Math.ceil(size / MEGABYTE) })

/** Minutes of the day as hours and minutes, and back. */
export const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
