/** The fields of a name plate, in the order of the page. */
import type { Schema } from '@/api/client'
import { date } from '@/i18n/formats'
import { t } from '@/i18n'
import type { Field } from '@/ui/fields'

export type Plate = Schema<'PlateShape'>
export type PlateModel = { [key in keyof Required<Plate>]: Required<Plate>[key] }
export type PlateKey = keyof Plate & string

const word = (key: string): string => t(`asset_shells.${key}`)
const LINES: PlateKey[] = ['maker', 'designation', 'family', 'model', 'orderCode', 'articleNumber', 'serial']
const VERSIONS: PlateKey[] = ['hardware', 'firmware', 'software']
export const KEYS: PlateKey[] = [...LINES, 'year', 'madeOn', 'country', ...VERSIONS, 'productUri']

const blank = (value: unknown): boolean => value === null || value === undefined || value === ''

export const shown = (plate: Plate, key: PlateKey): string | number | null | undefined => (key === 'madeOn' ? date(plate.madeOn) : plate[key])
export const isTold = (plate: Plate): boolean => KEYS.some((key) => !blank(plate[key]))
export const modelOf = (plate: Plate): PlateModel => Object.fromEntries(KEYS.map((key) => [key, plate[key] ?? null])) as PlateModel
/** An empty field says nothing. */
export const told = (model: PlateModel): Plate => Object.fromEntries(KEYS.map((key) => [key, blank(model[key]) ? null : model[key]])) as Plate

export const fields = (): Field<PlateModel>[] => [
  ...LINES.map((key) => ({ key, kind: 'text' as const, title: word(key), maxLength: 120, hint: key === 'designation' ? word('designationHint') : undefined })),
  { key: 'year', kind: 'number', title: word('year'), min: 1800, max: 9999, check: (value) => (blank(value) || Number.isInteger(value) ? undefined : word('yearWrong')) },
  { key: 'madeOn', kind: 'date', title: word('madeOn') },
  { key: 'country', kind: 'text', title: word('country'), maxLength: 2, hint: word('countryHint'), check: (value) => (blank(value) || /^[A-Z]{2}$/.test(String(value)) ? undefined : word('countryWrong')) },
  ...VERSIONS.map((key) => ({ key, kind: 'text' as const, title: word(key), maxLength: 60 })),
  { key: 'productUri', kind: 'text', title: word('productUri'), maxLength: 1000, wide: true, hint: word('productUriHint') },
]
