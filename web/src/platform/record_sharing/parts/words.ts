/** Consents and records in words. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import { datetime, number } from '@/i18n/formats'
import { either } from '@/i18n/locale'

export type Consent = Schema<'RecordConsentView'>
export type Kind = Schema<'SharedKindView'>
export type Form = Schema<'Form'>

export const PURPOSES = ['monitoring', 'benchmark', 'maintenance', 'scheduling', 'quality', 'finance', 'recognition'] as const
export const FORMS = ['raw', 'masked', 'aggregated'] as const
export const PERIODS = ['day', 'week', 'month'] as const

export const titleOf = (named: { title: string; titleEn: string }): string => either(named.title, named.titleEn)

export function formOf({ form, period }: { form: Form; period: Schema<'Period'> | null }): string {
  const told = t(`record_sharing.forms.${form}`)
  return period ? `${told} · ${t(`record_sharing.periods.${period}`)}` : told
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u

interface Chosen {
  choices: Schema<'ChoiceTitle'>[]
}

export function spoken(value: unknown, field?: Chosen): string {
  if (value === null || value === undefined || value === '') return '—'
  const choice = field?.choices.find((each) => each.value === value)
  return choice ? titleOf(choice) : plain(value)
}

function plain(value: unknown): string {
  if (typeof value === 'number') return number(value, 3)
  if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no')
  if (Array.isArray(value)) return value.join('、') || '—'
  return MOMENT.test(String(value)) ? datetime(String(value)) : String(value)
}
