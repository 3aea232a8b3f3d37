/** Sources in words: protocols, states, and what to fill in for each. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import { locale } from '@/i18n/locale'
import type { Field } from '@/ui/fields'
import type { Tone } from '@/ui/tones'

export type Source = Schema<'MachineSourceView'>
export type Protocol = Schema<'ProtocolView'>
export type Settings = NonNullable<Source['settings']>
/** What a form of any protocol holds; the server checks it against the protocol's own shape. */
export type Told = Record<string, unknown>
type Input = Schema<'InputView'>

const TONES: Record<Source['state'], Tone> = { off: 'neutral', waiting: 'neutral', connecting: 'primary', running: 'good', lost: 'bad', refused: 'bad' }

export const stateOf = ({ state }: Source): { text: string; tone: Tone } => ({ text: t(`shop_floor.states.${state}`), tone: TONES[state] })
/** In this language, or as the protocol itself calls it. */
const wordOr = (part: string, name: string): string => {
  const key = `shop_floor.${part}.${name}`
  const told = t(key)
  return told === key ? name : told
}

export const protocolOf = (kind: string): string => wordOr('protocols', kind)

/** Nothing of these says anything where a connection is not secured. */
const OF_SECURITY = new Set(['policy', 'serverCertificate'])

function fieldOf(input: Input): Field<Told> {
  const visible = OF_SECURITY.has(input.name) ? { visible: (model: Told) => model['mode'] !== 'none' } : {}
  const common = { key: input.name, title: wordOr('inputs', input.name), required: input.required, hint: locale.value === 'zh-CN' ? input.hint : '', ...visible }
  if (input.input === 'choice') return { ...common, kind: 'select', options: input.options.map((value) => ({ value, title: wordOr('choices', value) })) }
  if (input.input === 'boolean') return { ...common, kind: 'switch' }
  if (input.input === 'long_text') return { ...common, kind: 'textarea', wide: true }
  if (input.input === 'text') return { ...common, kind: 'text' }
  return { ...common, kind: 'number', ...(input.low === null ? {} : { min: input.low }), ...(input.high === null ? {} : { max: input.high }) }
}

export const fieldsOf = (inputs: Input[]): Field<Told>[] => inputs.map(fieldOf)
export const defaultsOf = (inputs: Input[]): Told => Object.fromEntries(inputs.map((input) => [input.name, input.default]))

/** An empty field says nothing. */
export const toldOf = (inputs: Input[], model: Told): Told =>
  Object.fromEntries(inputs.map(({ name, default: usual }) => [name, model[name] === '' || model[name] === undefined ? usual : model[name]]))
