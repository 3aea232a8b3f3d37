/** Business systems in words, and their settings as a form holds them. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type System = Schema<'BusinessSystemView'>
export type Told = Schema<'BusinessSystem'>
export type Settings = Told['settings']
export type Mapping = Schema<'TableMapping'>
export type Shape = Schema<'TableShapeView'>

const TONES: Record<string, Tone> = { running: 'good', lost: 'bad', refused: 'bad', new: 'neutral', off: 'neutral' }
export const stateOf = ({ state }: { state: string }): { text: string; tone?: Tone } => ({ text: t(`operations.systems.states.${state}`), tone: TONES[state] })

/** Trouble first. */
const RANK = ['refused', 'lost', 'new', 'running', 'off']
export const ranked = (all: System[]): System[] => [...all].sort((one, other) => RANK.indexOf(one.state) - RANK.indexOf(other.state))

/** A mapping as people edit it: a column, or a fixed value after “=”. */
export interface Edited {
  table: string
  recordKind: string
  growing: string
  overlap: number
  cells: Record<string, string>
  lists: NonNullable<Mapping['lists']>
}

export const edited = (told: Mapping): Edited => ({
  table: told.table,
  recordKind: told.recordKind,
  growing: told.growing,
  overlap: told.overlap ?? 60,
  cells: { ...told.columns, ...Object.fromEntries(Object.entries(told.constants ?? {}).map(([field, value]) => [field, `=${value}`])) },
  lists: told.lists ?? [],
})

export function mappingOf({ cells, ...rest }: Edited): Mapping {
  const told = Object.entries(cells).filter(([, value]) => value.trim() && value.trim() !== '=')
  const fixed = told.filter(([, value]) => value.startsWith('='))
  return {
    ...rest,
    columns: Object.fromEntries(told.filter(([, value]) => !value.startsWith('=')).map(([field, value]) => [field, value.trim()])),
    constants: Object.fromEntries(fixed.map(([field, value]) => [field, value.slice(1).trim()])),
  }
}
