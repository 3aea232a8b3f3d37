/** What became of the declaration of a data set. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Whole = Schema<'WholeDataSetView'>
export type Declaration = Schema<'DeclarationView'>

const TONES: Record<Declaration['state'], Tone> = { waiting: 'warn', confirmed: 'good', refused: 'bad', replaced: 'neutral', retired: 'neutral' }

export const stateOf = ({ state }: Declaration) => ({ text: t(`data_sets.declaration.states.${state}`), tone: TONES[state] })

/** The revision that waits for a reviewer. */
export const waitingOf = ({ declarations }: Whole): Declaration | undefined => declarations.find(({ state }) => state === 'waiting')

/** The program's own data sets always are in force. */
export function inForce({ declarations }: Whole): boolean {
  const settled = declarations.find(({ state }) => state === 'confirmed' || state === 'retired')
  return declarations.length === 0 || settled?.state === 'confirmed'
}

/** A column of a computed data set, as it is being declared. */
export type Draft = Schema<'ComputedColumnView'> & { isKey: boolean }
