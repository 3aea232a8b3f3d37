/** Collections in words, and the draft of one as a flat form. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Field } from '@/ui/fields'
import type { Option } from '@/ui/options'
import type { Tone } from '@/ui/tones'

export type Collection = Schema<'CollectionView'>
export type Run = Schema<'RunView'>
export type Settings = Schema<'NewCollection'>['settings']
export type Kind = Settings['kind']

const word = (key: string, named: Record<string, unknown> = {}): string => t(`ingestion.collections.${key}`, named)

/** Everything the form may ask, whatever the kind; what is left empty is not sent. */
export interface Draft {
  kind: Kind
  dataset: Schema<'NewCollection'>['dataset']
  secret: string
  name: string
  title: string
  when: 'manual' | 'minutes' | 'cron'
  minutes: number | string
  cron: string
  [setting: string]: string | number
}

/** Which settings a kind has, in the order in which they are asked. */
const SETTINGS: Record<Kind, string[]> = {
  folder: ['folder', 'pattern'],
  sql: ['engine', 'host', 'port', 'database', 'user', 'table', 'mode', 'cursorColumn', 'keyColumns'],
  rest: ['url', 'records', 'auth', 'header', 'tokenUrl', 'clientId', 'scope', 'paging', 'pageParameter', 'firstPage', 'sizeParameter', 'pageSize', 'nextPath', 'sinceField', 'sinceParameter', 'perMinute'],
  sftp: ['host', 'port', 'user', 'fingerprint', 'folder', 'pattern'],
  s3: ['endpoint', 'region', 'bucket', 'prefix', 'pattern', 'accessKey'],
  web: ['url'],
  shared: ['url'],
}
export const KINDS = Object.keys(SETTINGS) as Kind[]
const NUMBERS = new Set(['port', 'firstPage', 'pageSize', 'perMinute'])
const DEFAULTS = { folder: '', pattern: '*', engine: 'postgresql', mode: 'incremental', auth: 'none', header: 'X-API-Key', paging: 'none', pageParameter: 'page', firstPage: 1, pageSize: 100, perMinute: 60, region: 'us-east-1' }

export const emptyDraft = (): Draft => ({ ...DEFAULTS, kind: 'folder', dataset: 'enterprises', secret: '', name: '', title: '', when: 'cron', minutes: 60, cron: '20 2 * * *' })

export function draftOf({ name, title, dataset, settings, cron, minutes }: Collection): Draft {
  const told = Object.entries(settings).map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : (value ?? '')])
  const when = cron ? 'cron' : minutes ? 'minutes' : 'manual'
  return { ...emptyDraft(), ...Object.fromEntries(told), name, title, dataset, when, ...(cron ? { cron } : {}), ...(minutes ? { minutes } : {}) }
}

const asked = (draft: Draft): string[] => SETTINGS[draft.kind].filter((key) => !IRRELEVANT[key]?.(draft))

export function settingsOf(draft: Draft): Settings {
  const told = asked(draft).filter((key) => draft[key] !== undefined && draft[key] !== '')
  const values = told.map((key) => [key, key === 'keyColumns' ? String(draft[key]).split(/[,，\s]+/u).filter(Boolean) : NUMBERS.has(key) ? Number(draft[key]) : draft[key]])
  return { kind: draft.kind, ...Object.fromEntries(values) } as Settings
}

export const scheduleOf = ({ when, minutes, cron }: Draft): { minutes: number | null; cron: string | null } => ({
  minutes: when === 'minutes' ? Number(minutes) : null,
  cron: when === 'cron' ? cron : null,
})

const isPaged = ({ paging }: Draft): boolean => paging === 'page' || paging === 'offset' || paging === 'cursor'
/** When a setting says nothing, given the others. */
const IRRELEVANT: Record<string, (draft: Draft) => boolean> = {
  host: ({ kind, engine }) => kind === 'sql' && engine === 'sqlite',
  port: ({ kind, engine }) => kind === 'sql' && engine === 'sqlite',
  user: ({ kind, engine }) => kind === 'sql' && engine === 'sqlite',
  cursorColumn: ({ mode }) => mode !== 'incremental',
  keyColumns: ({ mode }) => mode !== 'full',
  header: ({ auth }) => auth !== 'header',
  tokenUrl: ({ auth }) => auth !== 'oauth2',
  clientId: ({ auth }) => auth !== 'oauth2',
  scope: ({ auth }) => auth !== 'oauth2',
  pageParameter: (draft) => !isPaged(draft),
  firstPage: ({ paging }) => paging !== 'page',
  sizeParameter: (draft) => !isPaged(draft),
  pageSize: (draft) => !isPaged(draft),
  nextPath: ({ paging }) => paging !== 'cursor',
}
const REQUIRED = new Set(['engine', 'mode', 'auth', 'paging', 'folder', 'pattern', 'host', 'database', 'user', 'table', 'url', 'cursorColumn', 'tokenUrl', 'clientId', 'nextPath', 'endpoint', 'region', 'bucket', 'accessKey', 'perMinute'])
const URL_HINTS: Partial<Record<Kind, string>> = { web: 'page', shared: 'shared' }
const HINTED = new Set(['folder', 'pattern', 'host', 'database', 'table', 'mode', 'cursorColumn', 'keyColumns', 'url', 'records', 'paging', 'sizeParameter', 'nextPath', 'sinceField', 'sinceParameter', 'fingerprint', 'prefix', 'endpoint'])
const CHOICES: Record<string, string[]> = {
  engine: ['postgresql', 'mysql', 'sqlite'],
  mode: ['incremental', 'full'],
  auth: ['none', 'header', 'bearer', 'oauth2'],
  paging: ['none', 'page', 'offset', 'cursor', 'link'],
}

const choices = (key: string): Option[] => CHOICES[key]!.map((value) => ({ value, title: word(`choices.${value}`) }))
const hasSecret = ({ kind, engine, auth }: Draft): boolean => kind === 's3' || kind === 'shared' || (kind === 'sql' && engine !== 'sqlite') || (kind === 'rest' && auth !== 'none')

function field(key: string, draft: Draft): Field<Draft> {
  const hint = HINTED.has(key) ? word(`hints.${key === 'url' ? (URL_HINTS[draft.kind] ?? key) : key}`) : undefined
  const common = { key, title: word(`settings.${key}`), required: REQUIRED.has(key), hint, wide: key === 'url' }
  if (CHOICES[key]) return { ...common, kind: 'select', options: choices(key) }
  if (NUMBERS.has(key)) return { ...common, kind: 'number', min: 0, step: 1 }
  return { ...common, kind: 'text', maxLength: 2000 }
}

/** `kept`: a secret is held already, and stays when none is written. */
export function connectionFields(draft: Draft, datasets: Option[], kept: boolean): Field<Draft>[] {
  const hint = word(kept ? 'secretKept' : 'secretHint')
  return [
    { key: 'kind', kind: 'select', title: word('kind'), required: true, options: KINDS.map((value) => ({ value, title: word(`kinds.${value}`) })), hint: word(`kindHints.${draft.kind}`) },
    { key: 'dataset', kind: 'select', title: t('ingestion.wizard.dataset'), required: true, options: datasets },
    ...asked(draft).map((key) => field(key, draft)),
    { key: 'secret', kind: 'password', autocomplete: 'new-password', title: word('secret'), hint, visible: hasSecret },
    { key: 'secret', kind: 'textarea', lines: 3, title: word('secretOrKey'), hint, visible: ({ kind }) => kind === 'sftp' },
  ]
}

export const scheduleFields = (): Field<Draft>[] => [
  { key: 'name', kind: 'text', title: word('name'), required: true, maxLength: 200, hint: word('nameHint') },
  { key: 'title', kind: 'text', title: t('ingestion.wizard.name'), required: true, maxLength: 200, hint: word('titleHint', { date: '{date}', file: '{file}' }) },
  { key: 'when', kind: 'radio', title: word('when'), options: ['cron', 'minutes', 'manual'].map((value) => ({ value, title: word(`whens.${value}`) })), wide: true },
  { key: 'cron', kind: 'text', title: word('cron'), required: true, hint: word('cronHint'), visible: ({ when }) => when === 'cron' },
  { key: 'minutes', kind: 'number', min: 1, step: 1, title: word('minutes'), required: true, hint: word('minutesHint'), visible: ({ when }) => when === 'minutes' },
]

export const scheduleText = ({ cron, minutes }: Collection): string => (cron ? word('byCron', { cron }) : minutes ? word('byMinutes', { minutes }) : word('whens.manual'))

const TONES: Record<Run['status'], Tone> = { waiting: 'neutral', running: 'primary', done: 'good', held: 'warn', refused: 'bad', failed: 'bad' }
export const runState = ({ status }: Pick<Run, 'status'>): { text: string; tone: Tone } => ({ text: word(`statuses.${status}`), tone: TONES[status] })

export const stateOf = ({ held, paused, importing, latest }: Collection): { text: string; tone: Tone } => {
  if (importing) return { text: t('ingestion.imports.running'), tone: 'primary' }
  if (held) return runState({ status: 'held' })
  if (paused) return { text: word('paused'), tone: 'warn' }
  return latest ? runState(latest) : { text: word('never'), tone: 'neutral' }
}

export const isUnderWay = ({ latest, importing }: Collection): boolean => importing || latest?.status === 'waiting' || latest?.status === 'running'
