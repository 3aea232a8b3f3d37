/** What pages of standards share. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Tone } from '@/ui/tones'

export type Standard = Schema<'StandardView'>
export type Revision = Schema<'StandardRevisionView'>
export type Kind = Standard['kind']

export const KINDS = ['term', 'element', 'code_table'] as const satisfies Kind[]
export const kindOf = (text: unknown): Kind => KINDS.find((kind) => kind === text) ?? 'term'
export const linkTo = ({ kind, code }: { kind: Kind; code: string }): string => `/standards/${kind}/${code}`

const TONES: Record<Revision['state'], Tone> = { waiting: 'warn', in_force: 'good', refused: 'bad', replaced: 'neutral', withdrawn: 'neutral' }

export const stateOf = (state: Revision['state']): { text: string; tone: Tone } => ({ text: t(`standards.states.${state}`), tone: TONES[state] })
