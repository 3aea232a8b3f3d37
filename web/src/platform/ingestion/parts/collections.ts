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
  pages: ['url', 'read', 'records', 'fields', 'detailLink', 'nextLink', 'mostPages', 'perMinute'],
  mqtt: ['host', 'port', 'tls', 'ca', 'user', 'version', 'topic', 'clientId', 'format', 'columns', 'seconds', 'silentMinutes'],
  kafka: ['servers', 'topics', 'tls', 'ca', 'user', 'mechanism', 'start', 'since', 'format', 'columns', 'seconds', 'silentMinutes'],
  shared: ['url'],
}
export const KINDS = Object.keys(SETTINGS) as Kind[]
const NUMBERS = new Set(['port', 'firstPage', 'pageSize', 'perMinute', 'mostPages', 'seconds', 'silentMinutes'])
const LISTS = new Set(['keyColumns', 'columns', 'servers', 'topics'])
const LINES = new Set(['fields', 'ca'])
const DEFAULTS = { folder: '', pattern: '*', engine: 'postgresql', mode: 'incremental', auth: 'none', header: 'X-API-Key', paging: 'none', pageParameter: 'page', firstPage: 1, pageSize: 100, perMinute: 60, region: 'us-east-1', read: 'table', mostPages: 50, tls: 'true', version: '5', format: 'json', seconds: 20, silentMinutes: '', mechanism: 'SCRAM-SHA-512', start: 'earliest' }

export const emptyDraft = (): Draft => ({ ...DEFAULTS, kind: 'folder', dataset: 'enterprises', secret: '', name: '', title: '', when: 'cron', minutes: 60, cron: '20 2 * * *' })

export function draftOf({ name, title, dataset, settings, cron, minutes }: Collection): Draft {
  const told = Object.entries(settings).map(([key, value]) => [key, Array.isArray(value) ? value.join(key === 'fields' ? '\n' : ',') : typeof value === 'boolean' ? String(value) : (value ?? '')])
  const when = cron ? 'cron' : minutes ? 'minutes' : 'manual'
  return { ...emptyDraft(), ...Object.fromEntries(told), name, title, dataset, when, ...(cron ? { cron } : {}), ...(minutes ? { minutes } : {}) }
}

const asked = (draft: Draft): string[] => SETTINGS[draft.kind].filter((key) => !IRRELEVANT[key]?.(draft))

function valueOf(key: string, value: string | number): string | number | boolean | string[] {
  if (key === 'fields') return String(value).split('\n').map((line) => line.trim()).filter(Boolean)
  if (LISTS.has(key)) return String(value).split(/[,，\s]+/u).filter(Boolean)
  if (key === 'tls') return value === 'true'
  return NUMBERS.has(key) ? Number(value) : value
}

export function settingsOf(draft: Draft): Settings {
  const told = asked(draft).filter((key) => draft[key] !== undefined && draft[key] !== '')
  const values = told.map((key) => [key, valueOf(key, draft[key]!)])
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
  clientId: ({ kind, auth }) => kind === 'rest' && auth !== 'oauth2',
  scope: ({ auth }) => auth !== 'oauth2',
  pageParameter: (draft) => !isPaged(draft),
  firstPage: ({ paging }) => paging !== 'page',
  sizeParameter: (draft) => !isPaged(draft),
  pageSize: (draft) => !isPaged(draft),
  nextPath: ({ paging }) => paging !== 'cursor',
  records: ({ kind, read }) => kind === 'pages' && read === 'text',
  fields: ({ read }) => read !== 'list',
  ca: ({ tls }) => tls !== 'true',
  columns: ({ format }) => format !== 'csv',
  mechanism: ({ user }) => !user,
  since: ({ start }) => start !== 'date',
}
const REQUIRED = new Set(['servers', 'topics', 'mechanism', 'start', 'since', 'read', 'fields', 'mostPages', 'tls', 'version', 'topic', 'format', 'columns', 'seconds', 'engine', 'mode', 'auth', 'paging', 'folder', 'pattern', 'host', 'database', 'user', 'table', 'url', 'cursorColumn', 'tokenUrl', 'clientId', 'nextPath', 'endpoint', 'region', 'bucket', 'accessKey', 'perMinute'])
/** Where a kind means something of its own by a setting that others have too. */
const OWN: Partial<Record<Kind, Record<string, string>>> = {
  web: { url: 'page' },
  shared: { url: 'shared' },
  pages: { url: 'page', records: 'pageRecords' },
  mqtt: { clientId: 'mqttClientId' },
  kafka: { user: 'kafkaUser' },
}
const wordOf = (key: string, kind: Kind): string => OWN[kind]?.[key] ?? key
const OPTIONAL = new Set(['mqtt.user', 'kafka.user'])
const HINTED = new Set(['folder', 'pattern', 'host', 'database', 'table', 'mode', 'cursorColumn', 'keyColumns', 'url', 'records', 'paging', 'sizeParameter', 'nextPath', 'sinceField', 'sinceParameter', 'fingerprint', 'prefix', 'endpoint', 'pageRecords', 'fields', 'detailLink', 'nextLink', 'perMinute', 'ca', 'topic', 'mqttClientId', 'columns', 'seconds', 'silentMinutes', 'servers', 'topics', 'start', 'kafkaUser'])
const CHOICES: Record<string, string[]> = {
  engine: ['postgresql', 'mysql', 'sqlite'],
  mode: ['incremental', 'full'],
  auth: ['none', 'header', 'bearer', 'oauth2'],
  paging: ['none', 'page', 'offset', 'cursor', 'link'],
  read: ['table', 'list', 'text'],
  tls: ['true', 'false'],
  version: ['5', '3.1.1'],
  format: ['json', 'csv', 'text'],
  mechanism: ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN'],
  start: ['earliest', 'latest', 'date'],
}

/** Values whose names mean something else elsewhere, or cannot be keys of words. */
const CHOICE_WORDS: Record<string, string> = { 'read.list': 'readList', 'read.text': 'readText', 'tls.true': 'encrypted', 'tls.false': 'plain', 'version.5': 'mqtt5', 'version.3.1.1': 'mqtt311', 'start.date': 'sinceDay', 'mechanism.SCRAM-SHA-512': 'scram512', 'mechanism.SCRAM-SHA-256': 'scram256', 'mechanism.PLAIN': 'saslPlain' }

const choices = (key: string): Option[] => CHOICES[key]!.map((value) => ({ value, title: word(`choices.${CHOICE_WORDS[`${key}.${value}`] ?? value}`) }))
const hasSecret = ({ kind, engine, auth }: Draft): boolean => kind === 's3' || kind === 'shared' || kind === 'mqtt' || kind === 'kafka' || (kind === 'sql' && engine !== 'sqlite') || (kind === 'rest' && auth !== 'none')

function field(key: string, draft: Draft): Field<Draft> {
  const named = wordOf(key, draft.kind)
  const hint = HINTED.has(named) ? word(`hints.${named}`) : undefined
  const title = word(`settings.${named === 'page' || named === 'shared' ? key : named}`)
  const common = { key, title, required: REQUIRED.has(key) && !OPTIONAL.has(`${draft.kind}.${key}`), hint, wide: key === 'url' || LINES.has(key) }
  if (CHOICES[key]) return { ...common, kind: 'select', options: choices(key) }
  if (key === 'since') return { ...common, kind: 'date' }
  if (NUMBERS.has(key)) return { ...common, kind: 'number', min: 0, step: 1 }
  if (LINES.has(key)) return { ...common, kind: 'textarea', lines: 4 }
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
