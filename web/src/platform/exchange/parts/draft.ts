/** An application as the form holds it: free words are lines of a text, volumes are megabytes. */
import type { Schema } from '@/api/client'

type Form = Schema<'OwnApplicationForm'>
export type Draft = Omit<Form, 'sourceAddresses' | 'users' | 'expectedBytesPerDay'> & { sourceAddresses: string; users: string; expectedMegabytesPerDay: number | null }

export const BYTES_OF_MEGA = 1024 * 1024

const asLines = (words: readonly string[] | undefined): string => (words ?? []).join('\n')

export const fromLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export function draftOf({ expectedBytesPerDay, sourceAddresses, users, ...rest }: Form): Draft {
  const megabytes = expectedBytesPerDay ? expectedBytesPerDay / BYTES_OF_MEGA : null
  return { ...rest, sourceAddresses: asLines(sourceAddresses), users: asLines(users), expectedMegabytesPerDay: megabytes }
}

export function formOf({ expectedMegabytesPerDay, sourceAddresses, users, ...rest }: Draft): Form {
  const bytes = expectedMegabytesPerDay === null ? null : Math.round(expectedMegabytesPerDay * BYTES_OF_MEGA)
  return { ...rest, expectedBytesPerDay: bytes, sourceAddresses: fromLines(sourceAddresses), users: fromLines(users) }
}
