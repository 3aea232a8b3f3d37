/** A row policy in words. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'

export type Policy = Schema<'RowPolicyView'>
export type Grant = Policy['grants'][number]

export const ROLES = ['operator', 'reviewer', 'analyst', 'expert'] as const

const word = (key: string, named: Record<string, unknown> = {}): string => t(`data_sets.rows.${key}`, named)
const titleOf = (role: string): string => ((ROLES as readonly string[]).includes(role) ? word(`roleNames.${role}`) : role)

export function toldOf({ roles, conditions }: Grant): string {
  const who = roles.length > 0 ? roles.map(titleOf).join('、') : word('everybody')
  const rows = conditions.map(({ column, means, values }) => word(`tells.${means}`, { column, values: (values ?? []).join('、') }))
  return `${who}：${rows.length > 0 ? rows.join('，') : word('whole')}`
}
