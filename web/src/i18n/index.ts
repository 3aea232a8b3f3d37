/** The dictionary: the shell's words at once, a module's words when its first page opens. */
import { watch } from 'vue'
import { createI18n } from 'vue-i18n'
import en from '@/i18n/en'
import { locale, type Locale } from '@/i18n/locale'
import zhCN from '@/i18n/zh-CN'

/** The same keys, any words: `export default { … } satisfies Translation<typeof zhCN>`. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }

type Words = { [key: string]: string | Words }
export type Dictionaries = Record<Locale, () => Promise<{ default: Words }>>

export const i18n = createI18n({
  legacy: false,
  locale: locale.value,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en } as Record<Locale, Words>,
})

/** For code outside components. */
export const t = i18n.global.t

const known = new Map<string, Dictionaries>()
const loaded = new Set<string>()

async function load(name: string, language: Locale): Promise<void> {
  const key = `${name}/${language}`
  if (loaded.has(key)) return
  const words = await known.get(name)![language]()
  i18n.global.mergeLocaleMessage(language, { [name]: words.default })
  loaded.add(key)
}

/** Makes the words of a module available under its name: `t('portal.home.title')`. */
export async function loadWords(name: string, dictionaries: Dictionaries): Promise<void> {
  known.set(name, dictionaries)
  await Promise.all([load(name, 'zh-CN'), load(name, locale.value)])
}

watch(
  locale,
  async (language) => {
    await Promise.all([...known.keys()].map((name) => load(name, language)))
    i18n.global.locale.value = language
    document.documentElement.lang = language
  },
)
