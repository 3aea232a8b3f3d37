/** Rows of an answer, whose columns are only known when it comes. */
import type { Column } from '@/ui/columns'

export type Row = Record<string, unknown>

interface Named {
  name: string
  title?: string
}

const shown = (value: unknown): unknown => (value !== null && typeof value === 'object' ? JSON.stringify(value) : value)

/** By place, since an answer may name two columns alike. */
export const rowsOf = (rows: unknown[][]): Row[] => rows.map((row, id) => ({ id, ...Object.fromEntries(row.map((value, place) => [`c${place}`, shown(value)])) }))

export const columnsOf = (columns: Named[]): Column<Row>[] => columns.map(({ name, title }, place) => ({ key: `c${place}`, title: title ?? name }))
