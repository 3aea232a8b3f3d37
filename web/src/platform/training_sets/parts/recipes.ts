/** A training set as its form edits it: shares in percent, no label and no time as empty text. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Recipe = Schema<'TrainingRecipe'>
export type Release = Schema<'ReleaseView'>

export interface Draft extends Omit<Recipe, 'shares' | 'label' | 'time' | 'groups'> {
  label: string
  time: string
  groups: string[]
  train: number
  validation: number
  test: number
}

const TONES: Record<Release['status'], Tone> = { waiting: 'primary', failed: 'bad', built: 'warn', refused: 'neutral', published: 'good', withdrawn: 'neutral' }

export const stateOf = ({ status }: Release) => ({ text: t(`training_sets.one.statuses.${status}`), tone: TONES[status] })

export const SPLITS = ['train', 'validation', 'test'] as const

/** In the order in which a model meets them. */
export const inOrder = <T>(told: Record<string, T>): [string, T][] => SPLITS.flatMap((split): [string, T][] => (split in told ? [[split, told[split]!]] : []))

const percentOf = (share: number | undefined): number => Math.round((share ?? 0) * 100)

export function draftOf({ shares, ...recipe }: Recipe): Draft {
  const { label, time, groups } = recipe
  return { ...recipe, label: label ?? '', time: time ?? '', groups: groups ?? [], train: percentOf(shares.train), validation: percentOf(shares.validation), test: percentOf(shares.test) }
}

export function recipeOf({ train, validation, test, label, time, ...draft }: Draft): Recipe {
  return { ...draft, label: label || null, time: time || null, shares: { train: train / 100, validation: validation / 100, test: test / 100 } }
}
