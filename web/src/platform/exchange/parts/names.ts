/** Names of what both sides of the exchange speak about, and choices of them. */
import { i18n, t } from '@/i18n'
import type { Option } from '@/ui/options'

const SCENES_OF = {
  governance: ['industry_graph', 'strategy_map', 'industry_monitoring', 'investment_promotion', 'enterprise_migration'],
  synergy: ['group_purchasing', 'group_sales', 'digital_finance', 'shared_logistics', 'capacity_sharing'],
}
export const SCENES = [...SCENES_OF.governance, ...SCENES_OF.synergy]
export const CLASSES = ['enterprise', 'governance', 'synergy', 'distribution'] as const
export const FAMILIES = ['basic', 'patents', 'trademarks', 'investments', 'honours'] as const
export const STATES = ['draft', 'submitted', 'returned', 'approved_for_test', 'testing', 'test_failed', 'test_passed', 'active', 'suspended', 'revoked', 'expired'] as const
export const ENVIRONMENTS = ['sandbox', 'production'] as const

export type Environment = (typeof ENVIRONMENTS)[number]
export type Family = (typeof FAMILIES)[number]

type Kind = 'scene' | 'class' | 'family' | 'state' | 'step' | 'side' | 'environment' | 'code'

export const nameOf = (kind: Kind, name: string): string => t(`exchange.names.${kind}.${name}`)
export const namesOf = (kind: Kind, names: readonly string[] | undefined): string => (names ?? []).map((each) => nameOf(kind, each)).join(t('exchange.names.and'))
export const choices = <V extends string>(kind: Kind, names: readonly V[]): Option<V>[] => names.map((value) => ({ value, title: nameOf(kind, value) }))

/** `103 必填项不可为空`, as table A.2 has it. */
export const codeWithMeaning = (code: string): string => `${code} ${nameOf('code', code)}`

export const CODES = ['100', '-1', '101', '102', '103', '104', '105', '106']

/** The scenes that belong to these interface classes. */
export const scenesOf = (classes: readonly string[]): string[] =>
  Object.entries(SCENES_OF).flatMap(([name, scenes]) => (classes.includes(name) ? scenes : []))

/** A check of the joint test in the reader's language; one that the portal does not know, as the server calls it. */
export function checkName({ id, title }: { id: string; title: string }): string {
  const key = `exchange.names.check.${id}`
  return i18n.global.te(key) ? t(key) : title
}
