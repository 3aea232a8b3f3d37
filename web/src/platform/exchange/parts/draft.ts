/** An application as the form holds it: lists of free words are lines of a text. */
import type { Schema } from '@/api/client'

type Form = Schema<'OwnApplicationForm'>
export type Draft = Omit<Form, 'sourceAddresses' | 'users'> & { sourceAddresses: string; users: string }

export const asLines = (words: readonly string[] | undefined): string => (words ?? []).join('\n')

export const fromLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const draftOf = (form: Form): Draft => ({ ...form, sourceAddresses: asLines(form.sourceAddresses), users: asLines(form.users) })
