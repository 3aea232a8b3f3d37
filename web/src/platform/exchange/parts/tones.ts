/** What the states of the exchange mean in colour. */
import type { Tone } from '@/ui/tones'

const TONES: Record<string, Tone> = {
  draft: 'neutral',
  submitted: 'primary',
  returned: 'warn',
  approved_for_test: 'primary',
  testing: 'primary',
  test_failed: 'bad',
  test_passed: 'good',
  active: 'good',
  suspended: 'bad',
  revoked: 'bad',
  expired: 'warn',
  running: 'primary',
  passed: 'good',
  failed: 'bad',
  broken: 'warn',
  queued: 'primary',
  accepted: 'good',
  dead: 'bad',
  discarded: 'neutral',
}

export const toneOf = (state: string): Tone => TONES[state] ?? 'neutral'
