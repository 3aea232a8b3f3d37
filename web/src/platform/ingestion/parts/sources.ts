/** Sources in words: their kinds, grounds, rhythms and states. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Option } from '@/ui/options'
import type { Tone } from '@/ui/tones'

export type Source = Schema<'RegisteredSourceView'>
export type Registration = Required<Schema<'NewSource'>>

const CATEGORIES = ['public', 'enterprise', 'third_party'] as const satisfies Registration['category'][]
const BASES = ['law', 'disclosure', 'licence', 'contract', 'consent'] as const satisfies Registration['basis'][]
const FREQUENCIES = ['once', 'irregular', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const satisfies Registration['frequency'][]
export const LEVELS = [1, 2, 3, 4] as const
const TONES: Record<Source['state'], Tone> = { registered: 'warn', certified: 'good', expired: 'bad', suspended: 'bad' }

const optionsOf = (kind: string, names: readonly string[]): Option[] => names.map((value) => ({ value, title: t(`ingestion.sources.${kind}.${value}`) }))
export const categories = (): Option[] => optionsOf('categories', CATEGORIES)
export const bases = (): Option[] => optionsOf('bases', BASES)
export const frequencies = (): Option[] => optionsOf('frequencies', FREQUENCIES)

export const stateOf = ({ state, late }: Source): { text: string; tone: Tone } =>
  late && state === 'certified'
    ? { text: t('ingestion.sources.late'), tone: 'warn' }
    : { text: t(`ingestion.sources.states.${state}`), tone: TONES[state] }
