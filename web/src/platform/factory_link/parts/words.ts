/** Stages, purposes and granularities in words. */
import type { Schema } from '@/api/client'
import { number } from '@/i18n/formats'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Factory = Schema<'FactoryView'>
export type Link = Schema<'LinkView'>
export type Granularity = Schema<'Granularity'>
export type Consent = Schema<'ConsentView'>

export const PURPOSES = ['monitoring', 'benchmark', 'maintenance', 'scheduling', 'quality', 'finance', 'recognition'] as const
export const KINDS = ['raw', 'sampled', 'aggregated', 'masked'] as const

const TONES: Record<Factory['state'], Tone> = { invited: 'neutral', claimed: 'warn', active: 'good', suspended: 'bad', revoked: 'neutral' }

export const stageOf = ({ state }: Pick<Factory, 'state'>): { text: string; tone: Tone } => ({ text: t(`factory_link.stages.${state}`), tone: TONES[state] })
export const purposeOf = (purpose: string): string => t(`factory_link.purposes.${purpose}`)

export function granularityOf({ kind, seconds, step }: Granularity): string {
  if (kind === 'sampled' || kind === 'aggregated') return t(`factory_link.grains.${kind}`, { period: periodOf(seconds ?? 0) })
  return kind === 'masked' ? t('factory_link.grains.masked', { step: number(step ?? 0, 3) }) : t('factory_link.grains.raw')
}

function periodOf(seconds: number): string {
  if (seconds % 3600 === 0) return t('factory_link.hours', { count: seconds / 3600 })
  return seconds % 60 === 0 ? t('factory_link.minutes', { count: seconds / 60 }) : t('factory_link.seconds', { count: seconds })
}

/** As the sums by day write it: `aggregated:900`. */
export function grainOf(told: string): string {
  const [kind, amount] = told.split(':') as [Granularity['kind'], string | undefined]
  const value = amount === undefined ? null : Number(amount)
  return granularityOf(kind === 'masked' ? { kind, step: value } : { kind, seconds: value })
}

/** What the link is, in one word, and whether it is well. */
export function linkState({ state, brainState }: Link): { text: string; tone: Tone } {
  if (state === 'confirmed' && brainState === 'active') return { text: t('factory_link.link.states.active'), tone: 'good' }
  if (state === 'confirmed') return { text: t(`factory_link.link.states.${brainState}`), tone: brainState === 'suspended' ? 'bad' : 'warn' }
  return { text: t(`factory_link.link.states.${state}`), tone: state === 'claimed' ? 'warn' : state === 'left' ? 'neutral' : 'bad' }
}
