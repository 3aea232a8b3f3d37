/** The history of an application, newest first, as `UiState` shows it. */
import type { State } from '@/ui/state'
import { nameOf } from './names'
import { toneOf } from './tones'

interface Step {
  at: string
  side: string
  actor: string
  action: string
  toState: string
  reason: string
}

export const historyOf = (steps: readonly Step[]): State['history'] =>
  [...steps].reverse().map((step) => ({
    at: step.at,
    by: `${nameOf('side', step.side)} · ${step.actor}`,
    title: nameOf('step', step.action),
    reason: step.reason,
    tone: toneOf(step.toState),
  }))
