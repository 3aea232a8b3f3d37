import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Words = { [key: string]: string | Words }

const keys = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([name, value]) => (typeof value === 'string' ? [prefix + name] : keys(value, `${prefix}${name}.`)))

const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()

const lookUp = (words: Words, key: string): unknown => key.split('.').reduce<unknown>((at, name) => (at as Words | undefined)?.[name], words)

const rooms = ['src/platform', 'src/scenarios'].flatMap((floor) => (existsSync(floor) ? readdirSync(floor).map((room) => `${floor}/${room}`) : []))
const places = ['src/i18n', ...rooms]

async function dictionary(place: string, language: string): Promise<Words> {
  return ((await import(/* @vite-ignore */ `../${place}/${language}.ts`)) as { default: Words }).default
}

test.each(places)('%s says the same things in both languages', async (place) => {
  const zh = await dictionary(place, 'zh-CN')
  const en = await dictionary(place, 'en')

  expect(keys(en)).toEqual(keys(zh))
  for (const key of keys(zh)) expect(holes(lookUp(en, key) as string), key).toEqual(holes(lookUp(zh, key) as string))
})

const whole: Words = { ...(await dictionary('src/i18n', 'zh-CN')) }
for (const room of rooms) whole[room.split('/').at(-1)!] = await dictionary(room, 'zh-CN')

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(vue|ts)$/.test(file))

test.each(files)('every word that %s asks for exists', (file) => {
  const source = readFileSync(`src/${file}`, 'utf8')
  const asked = [...source.matchAll(/(?<![\w.])\$?t\('([\w.]+)'/g)].map(([, key]) => key!)

  expect(asked.filter((key) => typeof lookUp(whole, key) !== 'string')).toEqual([])
})

test.each(files.filter((file) => !/^i18n|^api\/schema|zh-CN/.test(file)))('%s keeps its words in the dictionary', (file) => {
  const source = readFileSync(`src/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, '')

  expect(source.match(/[\u4e00-\u9fff]+/g) ?? []).toEqual([])
})
