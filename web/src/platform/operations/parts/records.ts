/** Kinds of records and their fields as the server tells them, and contents in words. */
import { api, body, type Schema } from '@/api/client'
import { t } from '@/i18n'
import { datetime, number } from '@/i18n/formats'
import { either } from '@/i18n/locale'
import type { Tone } from '@/ui/tones'

export type Kind = Schema<'RecordKindView'>
export type RecordField = Schema<'RecordFieldView'>
export type Row = Schema<'RecordView'>

let asked: Promise<Kind[]> | null = null

/** They change with the software only. */
export function kinds(): Promise<Kind[]> {
  asked ??= body(api.GET('/api/operations/kinds')).catch((thrown: unknown) => {
    asked = null
    throw thrown
  })
  return asked
}

export const titleOf = (field: { title: string; titleEn: string }): string => either(field.title, field.titleEn)

const quantity = (value: unknown): string => number(value as number, 3)
const SPOKEN: Record<RecordField['kind'], (value: unknown, field: RecordField) => string> = {
  moment: (value) => datetime(String(value)),
  number: quantity,
  count: quantity,
  flag: (value) => t(value ? 'ui.yes' : 'ui.no'),
  texts: (value) => (value as string[]).join('、') || '—',
  text: String,
  unit: String,
  choice: (value, { choices }) => {
    const choice = choices.find((each) => each.value === value)
    return choice ? titleOf(choice) : String(value)
  },
}

export function valueOf(field: RecordField, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  return SPOKEN[field.kind](value, field)
}

const TONES: Record<string, Tone> = { running: 'primary', completed: 'good', cancelled: 'neutral', released: 'neutral', planned: 'neutral', down: 'bad' }

export function stateTag(kind: Kind | undefined, row: Row): { text: string; tone?: Tone } | undefined {
  const field = kind?.fields.find(({ name }) => name === 'state')
  const state = row.content['state']
  if (!field || !state) return undefined
  const late = row.kind === 'production_order' && !['completed', 'cancelled'].includes(String(state)) && new Date(row.at) < new Date()
  return { text: late ? `${valueOf(field, state)} · ${t('operations.orders.overdue')}` : valueOf(field, state), tone: late ? 'bad' : TONES[String(state)] }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const BEIJING = 8 * HOUR
export const SPANS = ['today', 'week', 'month', 'year'] as const
export type Span = (typeof SPANS)[number]

/** From a midnight of Beijing until now. */
export function between(span: Span): { begin: string; end: string } {
  const now = Date.now()
  const midnight = Math.floor((now + BEIJING) / DAY) * DAY - BEIJING
  const days = { today: 0, week: 6, month: 29, year: 364 }[span]
  return { begin: new Date(midnight - days * DAY).toISOString(), end: new Date(Math.max(now, midnight + 1)).toISOString() }
}

export const lotLink = (lot: string): string => `/operations/lots?lot=${encodeURIComponent(lot)}`
