/** Corpora in words: purposes, states of builds, reasons. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import { number } from '@/i18n/formats'
import type { Option } from '@/ui/options'
import type { Tone } from '@/ui/tones'

export type Recipe = Schema<'RecipeShape'>
export type Build = Schema<'CorpusBuildView'>

/** The settings that the form offers; the others keep what they are. */
export interface Draft {
  name: string
  purpose: Recipe['purpose']
  sources: number[]
  similarity: number
  leastCharacters: number
  testShare: number
  hidePersonal: boolean
}

const PURPOSES = ['pretrain', 'retrieval', 'sft', 'dpo'] as const satisfies Recipe['purpose'][]
const TONES: Record<Build['status'], Tone> = { waiting: 'neutral', running: 'primary', done: 'good', failed: 'bad' }

export const purposeOf = (purpose: Recipe['purpose']): string => t(`corpora.purposes.${purpose}`)
export const purposes = (): Option[] => PURPOSES.map((value) => ({ value, title: purposeOf(value) }))
export const stepOf = (step: string): string => t(`corpora.steps.${step}`)
export const isUnderWay = ({ status }: Build): boolean => status === 'waiting' || status === 'running'

export function stateOf({ status, step, number: version }: Build): { text: string; tone: Tone } {
  if (status === 'running' && step) return { text: t('corpora.one.running', { step: stepOf(step) }), tone: 'primary' }
  if (version !== null) return { text: t('corpora.list.versionOf', { number: version }), tone: 'good' }
  return { text: t(`corpora.one.${status === 'running' ? 'waiting' : status}`), tone: TONES[status] }
}

/** Counts by reason, the largest first. */
export function counted(counts: Record<string, number>): string {
  const told = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => t('corpora.funnel.count', { name: t(`corpora.reasons.${name}`), count: number(count) }))
  return told.join(t('corpora.funnel.separator')) || t('corpora.funnel.none')
}

export const draftOf = ({ name, purpose, sources, settings }: Recipe): Draft => ({
  name,
  purpose,
  sources,
  similarity: settings.duplicates.similarity,
  leastCharacters: settings.quality.leastCharacters,
  testShare: settings.splitting.testShare,
  hidePersonal: settings.hidePersonal,
})

/** Settings that the form does not offer stay as they were; of a new recipe the server fills them in. */
export function recipeOf({ name, purpose, sources, ...told }: Draft, before?: Recipe['settings']): Recipe {
  const settings = {
    ...before,
    hidePersonal: told.hidePersonal,
    quality: { ...before?.quality, leastCharacters: told.leastCharacters },
    duplicates: { ...before?.duplicates, similarity: told.similarity },
    splitting: { ...before?.splitting, testShare: told.testShare },
  }
  return { name, purpose, sources, settings: settings as Recipe['settings'] }
}
