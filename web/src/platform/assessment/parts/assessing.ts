/** Words for answers, levels and kinds of questions. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import { number } from '@/i18n/formats'
import { either } from '@/i18n/locale'

export type AssessmentView = Schema<'AssessmentView'>
export type Indicator = Schema<'IndicatorView'>
export type IndicatorSet = Schema<'IndicatorSetView'>
export type Value = string | number

export const titleOf = (each: { title: string; titleEn: string }): string => either(each.title, each.titleEn)

export const indicatorsOf = (asked: IndicatorSet): Indicator[] => asked.dimensions.flatMap((each) => each.indicators)

/** An answer in words. */
export function said(indicator: Indicator, value: Value | null | undefined): string {
  if (value === null || value === undefined) return t('assessment.one.unanswered')
  if (indicator.kind === 'yes_no') return t(`assessment.answers.${value}`)
  const option = indicator.options.find((each) => each.code === value)
  if (option) return titleOf(option)
  return typeof value === 'number' ? `${number(value)}${indicator.kind === 'share' ? '%' : indicator.unit}` : value
}

export function levelOf(asked: Pick<IndicatorSet, 'levels'>, code: string | null): string {
  const level = asked.levels.find((each) => each.code === code)
  return level ? titleOf(level) : t('assessment.one.noLevel')
}
