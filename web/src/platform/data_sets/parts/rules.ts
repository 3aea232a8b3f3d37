/** A rule of quality as a person fills it in: one set of fields for each kind, and back to what the server reads. */
import type { Schema } from '@/api/client'
import type { Field } from '@/ui/fields'

export type Rulebook = Schema<'RulebookView'>
export type Standing = Schema<'StandingRuleView'>
export type Change = Schema<'RuleChangeView'>
export type Definition = Record<string, unknown>

export interface Told {
  kind: string
  severity: string
  /** Percent of rows. */
  tolerated: number | null
  until: string | null
  reason: string
  [place: string]: string | number | boolean | string[] | null
}

export const SEVERITIES = ['warn', 'quarantine', 'stop'] as const
const DIMENSIONS = ['completeness', 'uniqueness', 'validity', 'consistency', 'accuracy', 'timeliness'] as const
const OPERATORS = ['<', '<=', '=', '<>', '>=', '>'] as const
/** What each kind asks for, in order. */
const PLACES = {
  not_null: ['column', 'blank'],
  unique: ['columns'],
  pattern: ['column', 'regex'],
  check_digit: ['column', 'of'],
  code_table: ['column', 'codes'],
  range: ['column', 'least', 'most'],
  cross_field: ['left', 'operator', 'right'],
  dependency: ['lefts', 'right'],
  reference: ['column', 'data_set', 'key'],
  cross_table: ['column', 'data_set', 'other', 'slack'],
  distribution: ['column', 'measure', 'least', 'most'],
  freshness: ['column', 'hours'],
  volume: ['least', 'most'],
  free_sql: ['query', 'about', 'text'],
} as const
type Kind = keyof typeof PLACES
export const KINDS = Object.keys(PLACES) as Kind[]
/** Rules about the data set as a whole: no rows can be held back, none is tolerated. */
const WHOLE = new Set<string>(['volume', 'cross_table', 'distribution', 'freshness', 'free_sql'])
const OPTIONAL = new Set<string>(['blank', 'slack', 'least', 'most'])

const placesOf = (kind: string): readonly string[] => PLACES[kind as Kind] ?? []

export const fresh = (): Told => ({ kind: 'not_null', severity: 'warn', tolerated: 0, until: null, reason: '' })

export function toldOf(definition: Definition): Told {
  const told: Told = { ...fresh(), ...(definition as Partial<Told>), tolerated: Number(definition['tolerated'] ?? 0) * 100 }
  if (told.kind === 'dependency') told['lefts'] = definition['left'] as string[]
  if (told.kind === 'code_table') told['codes'] = (definition['codes'] as string[]).join('\n')
  if (told.kind === 'range') for (const end of ['least', 'most']) told[end] = definition[end] === undefined ? null : String(definition[end])
  if (told.kind === 'cross_table') told['slack'] = Number(definition['slack'] ?? 0) * 100
  return told
}

const lines = (text: unknown): string[] => String(text ?? '').split('\n').map((each) => each.trim()).filter(Boolean)
const share = (percent: unknown): number => Number(percent ?? 0) / 100
/** A number where it reads as one, else a day. */
const bound = (text: unknown): unknown => (typeof text === 'string' && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text)

const isTold = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && value !== false

/** What the form keeps otherwise than the definition. */
const WRITTEN: Record<string, (told: Told, given: Definition) => Definition> = {
  code_table: (told, given) => ({ ...given, codes: lines(told['codes']) }),
  cross_table: (told, given) => ({ ...given, slack: share(told['slack']) }),
  range: (_, given) => Object.fromEntries(Object.entries(given).map(([place, value]) => [place, ['least', 'most'].includes(place) ? bound(value) : value])),
  dependency: (told, given) => ({ right: given['right'], left: told['lefts'] }),
}

export function definitionOf(told: Told): Definition {
  const { kind, severity, tolerated } = told
  const given = Object.fromEntries(placesOf(kind).filter((place) => isTold(told[place])).map((place) => [place, told[place]]))
  const written = WRITTEN[kind]?.(told, given) ?? given
  return { kind, severity, ...written, ...(tolerated && !WHOLE.has(kind) ? { tolerated: share(tolerated) } : {}) }
}

/** A rule's sentence with the columns by what they mean. */
export const inWords = (message: string, titles: Map<string, string>): string =>
  message.replace(/\u201c([^\u201d]+)\u201d/gu, (whole, names: string) => (names.split('\u3001').every((name) => titles.has(name)) ? `\u201c${names.split('\u3001').map((name) => titles.get(name)).join('\u3001')}\u201d` : whole))

interface Words {
  word: (key: string) => string
  columns: { value: string; title: string }[]
  dataSets: { value: string; title: string }[]
}

/** The fields of a kind; of a rule of the program only how grave it is, and until when. */
export function fieldsOf(kind: string, { word, columns, dataSets }: Words, fixed: boolean): Field<Told>[] {
  const options = (values: readonly string[], group: string) => values.map((value) => ({ value, title: word(`${group}.${value}`) }))
  const number = { kind: 'number' as const, step: undefined }
  const shapes: Record<string, Partial<Field<Told>>> = {
    blank: { kind: 'switch' },
    columns: { kind: 'multiselect', options: columns },
    lefts: { kind: 'multiselect', options: columns },
    of: { kind: 'select', options: options(['credit_code', 'resident_id'], 'checked') },
    codes: { kind: 'textarea', lines: 5, wide: true },
    operator: { kind: 'select', options: OPERATORS.map((value) => ({ value, title: value })) },
    data_set: { kind: 'select', options: dataSets },
    measure: { kind: 'select', options: options(['mean', 'deviation', 'null_share'], 'measures') },
    least: kind === 'range' ? { kind: 'text' } : number,
    most: kind === 'range' ? { kind: 'text' } : number,
    slack: { kind: 'number', min: 0, max: 99.9, unit: '%' },
    hours: { kind: 'number', min: 0.1 },
    query: { kind: 'textarea', lines: 5, wide: true, maxLength: 20000 },
    about: { kind: 'select', options: options(DIMENSIONS, 'dimensions') },
    text: { kind: 'text', maxLength: 200, wide: true },
    regex: { kind: 'text', maxLength: 400 },
    key: { kind: 'text', maxLength: 60 },
    other: { kind: 'text', maxLength: 60 },
  }
  const asked = (place: string): Field<Told> =>
    ({
      key: place,
      title: word(`places.${place}`),
      required: !OPTIONAL.has(place),
      hint: word(`hints.${kind}.${place}`) || undefined,
      ...(shapes[place] ?? { kind: 'select', options: columns }),
    }) as Field<Told>
  const severities = SEVERITIES.filter((each) => !(each === 'quarantine' && WHOLE.has(kind)))
  const grave: Field<Told> = { key: 'severity', kind: 'select', title: word('severity'), required: true, options: options(severities, 'severities') }
  const reason: Field<Told> = { key: 'reason', kind: 'text', title: word('reason'), required: true, maxLength: 400, wide: true }
  if (fixed) return [grave, { key: 'until', kind: 'date', title: word('until'), hint: word('untilHint') }, reason]
  const tolerated: Field<Told> = { key: 'tolerated', kind: 'number', title: word('tolerated'), min: 0, max: 99.9, unit: '%', hint: word('toleratedHint') }
  return [
    { key: 'kind', kind: 'select', title: word('kind'), required: true, options: options(KINDS, 'kinds'), hint: word(`about.${kind}`) },
    ...placesOf(kind).map(asked),
    grave,
    ...(WHOLE.has(kind) ? [] : [tolerated]),
    reason,
  ]
}
