/** Services in words, and the form that a service's own description of its request asks for. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import { either, locale } from '@/i18n/locale'
import type { Field } from '@/ui/fields'
import type { Option } from '@/ui/options'
import type { Tone } from '@/ui/tones'

export type Service = Schema<'BrainServiceView'>
export type CallSummary = Schema<'OwnCallSummary'>
export type Told = Record<string, unknown>

/** The part of JSON Schema (2020-12) by which services describe a request. */
interface Described {
  $ref?: string
  type?: string
  title?: string
  description?: string
  default?: unknown
  enum?: string[]
  oneOf?: { const: string; title: string; 'x-title-en': string }[]
  anyOf?: unknown[]
  minimum?: number
  maximum?: number
  maxLength?: number
  properties?: Record<string, Described>
  required?: string[]
  $defs?: Record<string, Described>
}

const MOST_RADIOS = 5
const NUMBERS = new Set<string | undefined>(['integer', 'number'])
const TONES: Record<CallSummary['state'], Tone> = { waiting: 'primary', done: 'good', refused: 'warn', failed: 'bad' }
export const stateOf = ({ state }: { state: CallSummary['state'] }): { text: string; tone: Tone } => ({ text: t(`factory_services.states.${state}`), tone: TONES[state] })

/** In this language where we have a word for it, else as the brain calls it. */
const wordOr = (part: string, name: string, otherwise: string): string => {
  const key = `factory_services.${part}.${name}`
  const told = t(key)
  return told === key ? otherwise : told
}

export const choiceOf = (value: string): string => wordOr('choices', value, value)
export const quantityOf = (quantity: string): string => wordOr('quantities', quantity.replace('iso22400.', ''), quantity)
export const inputOf = (name: string, otherwise = name): string => wordOr('inputs', name, otherwise)

function inputs({ request }: Service): [string, Described][] {
  const whole = request as Described
  return Object.entries(whole.properties ?? {}).map(([name, told]) => [name, told.$ref ? { ...whole.$defs?.[told.$ref.split('/').at(-1)!], ...told } : told])
}

const bounds = ({ minimum, maximum }: Described): { min?: number; max?: number } => ({ ...(minimum === undefined ? {} : { min: minimum }), ...(maximum === undefined ? {} : { max: maximum }) })

/** One of several, in their words where the description brings them. */
function choicesOf({ oneOf, enum: names }: Described): Option[] | undefined {
  if (oneOf) return oneOf.map((each) => ({ value: each.const, title: either(each.title, each['x-title-en']) }))
  return names?.map((value) => ({ value, title: choiceOf(value) }))
}

function fieldOf(name: string, told: Described, required: boolean): Field<Told> {
  const title = inputOf(name, told.title ?? name)
  const common = { key: name, title, required, ...(told.description && locale.value === 'zh-CN' ? { hint: told.description } : {}) }
  const options = choicesOf(told)
  if (options) return { ...common, kind: options.length > MOST_RADIOS ? 'select' : 'radio', options }
  if (told.type === 'boolean') return { ...common, kind: 'switch' }
  if (NUMBERS.has(told.type)) return { ...common, kind: 'number', ...bounds(told) }
  const { maxLength = 1000 } = told
  return { ...common, kind: maxLength > 200 ? 'textarea' : 'text', maxLength }
}

/** What has a shape of its own, such as a file, is asked for where a page of the service asks for it. */
export function fieldsOf(service: Service): Field<Told>[] {
  const required = new Set((service.request as Described).required)
  const order = [...required]
  const place = (name: string): number => (required.has(name) ? order.indexOf(name) : order.length)
  return inputs(service)
    .filter(([, told]) => !told.anyOf)
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([name, told]) => fieldOf(name, told, required.has(name)))
}

export const defaultsOf = (service: Service): Told => Object.fromEntries(inputs(service).map(([name, told]) => [name, told.default ?? (told.type === 'boolean' ? false : null)]))

/** An empty field says nothing. */
export const toldOf = (model: Told): Told => Object.fromEntries(Object.entries(model).filter(([, value]) => value !== null && value !== ''))
