/** Alarms and rules in words. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import { number } from '@/i18n/formats'
import type { Tone } from '@/ui/tones'

export type Alarm = Schema<'StandingAlarmView'>
export type Rule = Schema<'AlarmRuleView'>

export const CONDITIONS = ['high', 'low', 'rate', 'discrete', 'silent'] as const
export const IMPORTANCE = ['critical', 'high', 'medium', 'low'] as const

const LEVELS: Record<Alarm['importance'], Tone> = { critical: 'bad', high: 'warn', medium: 'primary', low: 'neutral' }
const STANDINGS: Record<Alarm['standing'], Tone> = { unacknowledged: 'bad', acknowledged: 'warn', returned: 'primary', shelved: 'neutral', out_of_service: 'neutral', normal: 'good' }

export const levelOf = ({ importance }: Pick<Rule, 'importance'>): { text: string; tone: Tone } => ({ text: t(`alarms.importance.${importance}`), tone: LEVELS[importance] })
export const standingOf = ({ standing }: Pick<Alarm, 'standing'>): { text: string; tone: Tone } => ({ text: t(`alarms.standings.${standing}`), tone: STANDINGS[standing] })

export function ruleOf({ condition, limit, words, seconds }: Pick<Rule, 'condition' | 'limit' | 'words' | 'seconds'>, unit = ''): string {
  return t(`alarms.rules.told.${condition}`, { limit: limit === null ? '' : number(limit, 3), unit, words: words.join('、'), seconds: seconds ?? '' })
}
