/** A way of sharing as the form holds it. */
import type { KINDS, MANNERS, Profile } from './sharings'

export interface Draft {
  dataSet: string
  recipient: string
  kind: (typeof KINDS)[number]
  until: string
  purpose: string
  manner: (typeof MANNERS)[number]
  columns: NonNullable<Profile['columns']>
  filterColumn: string
  filterValues: string
  k: number
  sensitive: string
  epsilon: number
  countedColumn: string
  categories: string
  summedColumn: string
  low: number
  high: number
}

export const drafted = (dataSet: string): Draft => ({
  dataSet, recipient: '', kind: 'partner', until: '', purpose: '', manner: 'rows', columns: [], filterColumn: '', filterValues: '', k: 5, sensitive: '',
  epsilon: 1, countedColumn: '', categories: '', summedColumn: '', low: 0, high: 100,
})

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)

type Given = Pick<Profile, 'columns' | 'k' | 'sensitive' | 'kinds' | 'epsilon' | 'counted' | 'summed'>

const NOTHING: Given = { columns: [], k: 5, sensitive: null, kinds: 2, epsilon: '0', counted: [], summed: [] }
/** What each manner of sharing asks for. */
const MANNER: Record<Draft['manner'], (draft: Draft) => Given> = {
  rows: ({ columns }) => ({ ...NOTHING, columns }),
  groups: ({ columns, k, sensitive }) => ({ ...NOTHING, columns: columns.map(({ name }) => ({ name })), k, sensitive: sensitive || null }),
  counts: ({ epsilon, countedColumn, categories, summedColumn, low, high }) => ({
    ...NOTHING,
    epsilon: String(epsilon),
    counted: countedColumn ? [{ column: countedColumn, categories: lines(categories) }] : [],
    summed: summedColumn ? [{ column: summedColumn, low, high }] : [],
  }),
}

export const profileOf = (draft: Draft): Profile => ({
  dataSet: draft.dataSet,
  recipient: draft.recipient,
  kind: draft.kind,
  purpose: draft.purpose,
  until: draft.until,
  manner: draft.manner,
  filters: draft.filterColumn ? [{ column: draft.filterColumn, values: lines(draft.filterValues) }] : [],
  ...MANNER[draft.manner](draft),
})
