/** Columns of a table as data. */
import type { RouteLocationRaw } from 'vue-router'
import { compact, date, datetime, number, percent } from '@/i18n/formats'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Format = 'text' | 'number' | 'compact' | 'percent' | 'date' | 'datetime' | 'boolean'

export interface Column<Row> {
  /** The field, the name the server sorts by, and the name of the slot `#cell-<key>`. */
  key: string
  title: string
  value?: (row: Row) => unknown
  format?: Format
  digits?: number
  sortable?: boolean
  link?: (row: Row) => RouteLocationRaw | undefined
  tag?: (row: Row) => { text: string; tone?: Tone } | undefined
  /** The headline of the card that a row becomes on a phone; the first column unless told. */
  headline?: boolean
  /** CSS width, such as `8rem`; otherwise the content decides. */
  width?: string
}

const FORMATS: Record<Format, (value: never, digits?: number) => string> = {
  text: (value: unknown) => (value === null || value === undefined || value === '' ? '—' : String(value)),
  number,
  compact,
  percent,
  date,
  datetime,
  boolean: (value: unknown) => t(value ? 'ui.yes' : 'ui.no'),
}

const NUMERIC = new Set<Format>(['number', 'compact', 'percent'])

export const isNumeric = (format: Format = 'text'): boolean => NUMERIC.has(format)

export function cell<Row>(column: Column<Row>, row: Row): string {
  const value = column.value ? column.value(row) : (row as Record<string, unknown>)[column.key]
  return FORMATS[column.format ?? 'text'](value as never, column.digits)
}
