/** Spans of time that figures are asked for, and states in words and colours. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Figures = Schema<'FiguresView'>
export type UnitFigures = Schema<'UnitFiguresView'>
export type Place = Schema<'FiguresPlace'>
export const ELEMENTS = ['production', 'setup', 'delay', 'down'] as const
export type Element = (typeof ELEMENTS)[number]

export const SPANS = ['today', 'yesterday', 'week', 'month'] as const
export type Span = (typeof SPANS)[number]

const HOUR = 3_600_000
const DAY = 24 * HOUR
const BEIJING = 8 * HOUR

/** Midnights are those of Beijing. */
export function between(span: Span): { begin: string; end: string } {
  const now = Date.now()
  const midnight = Math.floor((now + BEIJING) / DAY) * DAY - BEIJING
  const days = { today: 0, yesterday: 1, week: 6, month: 29 }[span]
  const end = span === 'yesterday' ? midnight : Math.max(now, midnight + 1)
  return { begin: new Date(midnight - days * DAY).toISOString(), end: new Date(end).toISOString() }
}

export const stepOf = (span: Span): 'hour' | 'day' => (span === 'today' || span === 'yesterday' ? 'hour' : 'day')

const TONES: Record<Element, Tone> = { production: 'good', setup: 'primary', delay: 'warn', down: 'bad' }

export const elementTag = (element: Element | null, state: string | null): { text: string; tone?: Tone } | undefined =>
  element ? { text: t(`performance.elements.${element}`), tone: TONES[element] } : state ? { text: state } : undefined

export const percents = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 10)
