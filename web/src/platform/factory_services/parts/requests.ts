/** Services in words, and the form that a service's own description of its request asks for. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import { locale } from '@/i18n/locale'
import type { Field } from '@/ui/fields'
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
  minimum?: number
  maximum?: number
  maxLength?: number
  properties?: Record<string, Described>
  required?: string[]
  $defs?: Record<string, Described>
}

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

function fieldOf(name: string, told: Described, required: boolean): Field<Told> {
  const title = inputOf(name, told.title ?? name)
  const common = { key: name, title, required, ...(told.description && locale.value === 'zh-CN' ? { hint: told.description } : {}) }
  if (told.enum) return { ...common, kind: 'radio', options: told.enum.map((value) => ({ value, title: choiceOf(value) })) }
  if (told.type === 'boolean') return { ...common, kind: 'switch' }
  if (told.type === 'integer' || told.type === 'number') return { ...common, kind: 'number', ...bounds(told) }
  const { maxLength = 1000 } = told
  return { ...common, kind: maxLength > 200 ? 'textarea' : 'text', maxLength }
}

export function fieldsOf(service: Service): Field<Told>[] {
  const required = new Set((service.request as Described).required)
  return inputs(service).map(([name, told]) => fieldOf(name, told, required.has(name)))
}

export const defaultsOf = (service: Service): Told => Object.fromEntries(inputs(service).map(([name, told]) => [name, told.default ?? (told.type === 'boolean' ? false : null)]))

/** An empty field says nothing. */
export const toldOf = (model: Told): Told => Object.fromEntries(Object.entries(model).filter(([, value]) => value !== null && value !== ''))
