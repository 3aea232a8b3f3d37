/** Where a data set stands in the catalogue. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Registration = Schema<'RegistrationView'>
export type Entry = Schema<'CatalogueEntryWanted'>

const TONES: Record<Registration['state'], Tone> = { DRAFT: 'neutral', PENDING: 'warn', AUDITED: 'primary', REGISTERED: 'primary', ACTIVE: 'good' }

export const registrationTag = (state: Registration['state']): { text: string; tone: Tone } => ({ text: t(`data_sets.registration.states.${state}`), tone: TONES[state] })
