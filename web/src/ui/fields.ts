/** Fields of a form as data. */
import { t } from '@/i18n'
import type { Option } from '@/ui/options'

interface Common<T> {
  key: keyof T & string
  title: string
  hint?: string
  required?: boolean
  disabled?: boolean
  placeholder?: string
  /** Takes the whole width of the form. */
  wide?: boolean
  visible?: (model: T) => boolean
  /** A check the browser can make at once; the server checks everything again. */
  check?: (value: unknown, model: T) => string | undefined
}

export type Field<T> = Common<T> &
  (
    | { kind: 'text'; maxLength?: number; autocomplete?: string; inputmode?: 'text' | 'numeric' | 'tel' | 'email' }
    | { kind: 'password'; autocomplete: 'current-password' | 'new-password' }
    | { kind: 'textarea'; maxLength?: number; lines?: number }
    | { kind: 'number'; min?: number; max?: number; step?: number; unit?: string }
    | { kind: 'select'; options: Option<string | number>[] }
    | { kind: 'multiselect'; options: Option<string | number>[] }
    | { kind: 'search'; search: (words: string) => Promise<Option[]> }
    | { kind: 'radio'; options: Option<string | number | boolean>[] }
    | { kind: 'checkboxes'; options: Option[] }
    | { kind: 'switch' }
    | { kind: 'date' | 'month' | 'daterange' }
    | { kind: 'file'; accept?: string; maxMegabytes: number; multiple?: boolean }
  )

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What the browser finds wrong, by field. */
export function complaints<T extends object>(fields: Field<T>[], model: T): Record<string, string> {
  const found: Record<string, string> = {}
  for (const field of fields) {
    const value = model[field.key]
    const complaint = field.required && isBlank(value) ? t('ui.requiredField', { title: field.title }) : field.check?.(value, model)
    if (complaint) found[field.key] = complaint
  }
  return found
}
