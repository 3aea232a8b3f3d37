/** Which theme is on, and the colours of the tokens for canvases that CSS cannot reach. */
import { ref } from 'vue'

export type Theme = 'light' | 'dark'

export const theme = ref<Theme>('light')

export function setTheme(next: Theme): void {
  document.documentElement.dataset['theme'] = next
  theme.value = next
}

export const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

export interface Palette {
  panel: string
  raised: string
  line: string
  lineStrong: string
  text1: string
  text2: string
  text3: string
  primary: string
  primarySoft: string
  focus: string
  good: string
  warn: string
  bad: string
  series: string[]
  ramp: string[]
  rampText: string[]
  font: string
  rem: number
}

/** Reads the tokens of the theme that is on; call it inside a computed that depends on `theme`. */
export function palette(): Palette {
  const numbered = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => token(`${name}${i + 1}`))
  return {
    panel: token('panel'),
    raised: token('raised'),
    line: token('line'),
    lineStrong: token('line-strong'),
    text1: token('text-1'),
    text2: token('text-2'),
    text3: token('text-3'),
    primary: token('primary'),
    primarySoft: token('primary-soft'),
    focus: token('focus'),
    good: token('good'),
    warn: token('warn'),
    bad: token('bad'),
    series: numbered('c', 6),
    ramp: numbered('map-', 5),
    rampText: numbered('map-text-', 5),
    font: token('font'),
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  }
}
