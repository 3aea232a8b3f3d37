/** Points in words: values with unit and quality. */
import type { Schema } from '@/api/client'
import { number } from '@/i18n/formats'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Point = Schema<'PointView'>
export type Live = Schema<'LiveValue'>
export type Found = Schema<'FoundAddress'>

export const KINDS = ['number', 'integer', 'boolean', 'text'] as const
export const DOMAINS = ['design', 'production', 'quality', 'logistics', 'management'] as const

export function valueText(value: Live['value'] | undefined, unit?: string | null): string {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no')
  return [typeof value === 'number' ? number(value, 3) : value, unit].filter(Boolean).join(' ')
}

const QUALITIES: Record<number, { key: string; tone: Tone }> = {
  0: { key: 'good', tone: 'good' },
  1: { key: 'uncertain', tone: 'warn' },
  2: { key: 'bad', tone: 'bad' },
}

export function qualityOf(live?: Live | null): { text: string; tone: Tone } | undefined {
  const found = live ? QUALITIES[live.quality] : undefined
  return found && { text: t(`shop_floor.qualities.${found.key}`), tone: found.tone }
}
