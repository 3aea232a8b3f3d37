/** The theme a visitor chose for the desk and for the wall. */
import type { Layout } from '@/module'
import { setTheme, theme, type Theme } from '@/styles/theme'

const DEFAULTS: Record<Layout, Theme> = { work: 'light', public: 'light', screen: 'dark' }
const key = (layout: Layout): string => `brain.theme.${layout === 'screen' ? 'screen' : 'work'}`

export function applyTheme(layout: Layout): void {
  const chosen = localStorage.getItem(key(layout))
  setTheme(chosen === 'dark' || chosen === 'light' ? chosen : DEFAULTS[layout])
}

export function turnTheme(layout: Layout): void {
  const next = theme.value === 'dark' ? 'light' : 'dark'
  localStorage.setItem(key(layout), next)
  setTheme(next)
}
