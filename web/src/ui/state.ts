/** The state machine of a record as the server shows it. */
import type { Tone } from '@/ui/tones'

export interface Action {
  name: string
  title: string
  needsReason?: boolean
  /** A sentence to agree to before it happens. */
  confirm?: string
  /** `bad` warns; `neutral` is never the one to press now. */
  tone?: Tone
}

export interface State {
  name: string
  title: string
  tone?: Tone
  actions: Action[]
  history: { at: string; by: string; title: string; reason?: string | null; tone?: Tone }[]
}
