/** The language of the reader, remembered by the browser. */
import { ref, watch } from 'vue'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const KEY = 'brain.locale'
const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY)

export const locale = ref<Locale>(LOCALES.find((each) => each === stored) ?? 'zh-CN')

watch(locale, (chosen) => localStorage.setItem(KEY, chosen))

/** Picks between the two titles that the server sends side by side. */
export const either = (zh: string, en: string | null | undefined): string => (locale.value === 'en' && en ? en : zh)
