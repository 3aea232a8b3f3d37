/** The hierarchy of equipment, upper to lower. */
import type { Schema } from '@/api/client'

export type Unit = Schema<'EquipmentView'>
export type Told = Required<Schema<'NewEquipment'>>

export const LEVELS: Unit['level'][] = ['enterprise', 'site', 'area', 'work_center', 'work_unit']

/** Every unit after what it is part of, with how deep it lies. */
export function ordered(all: Unit[], parent: number | null = null, depth = 0): { unit: Unit; depth: number }[] {
  return all.filter(({ parentId }) => (parentId ?? null) === parent).flatMap((unit) => [{ unit, depth }, ...ordered(all, unit.id, depth + 1)])
}

export const toldOf = ({ parentId, level, code, title, process, maker, model, serial, inUseSince }: Unit): Told =>
  ({ parentId, level, code, title, process, maker, model, serial, inUseSince }) as Told
