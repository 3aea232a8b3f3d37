/** Where enterprises come from: which registers, and up to which day. */
import type { Schema } from '@/api/client'

export type Sources = Schema<'ProvisionsView'> | null

/** What gave most comes first. */
export const registers = (sources: Sources): Schema<'ProvisionView'>[] => (sources?.items ?? []).filter((each) => each.family === 'basic').sort((a, b) => b.inserted - a.inserted)

/** The day up to which the source that most enterprises come from goes: a small newer one does not make the rest newer. */
export const registeredUntil = (sources: Sources): string | undefined => registers(sources)[0]?.asOf
