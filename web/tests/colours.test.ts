import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const tokens = readFileSync('src/styles/tokens.css', 'utf8')

function theme(selector: string): Record<string, string> {
  const block = tokens.slice(tokens.indexOf(selector)).match(/\{([^}]*)\}/)![1]!
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, value]) => [name, value]))
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const themes = { light: theme(':root'), dark: theme("[data-theme='dark']") }
const texts = ['text-1', 'text-2', 'text-3', 'primary', 'good', 'warn', 'bad']
const surfaces = ['bg', 'panel', 'raised']

for (const [name, colours] of Object.entries(themes)) {
  test.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface])))(`${name}: %s can be read on %s`, (text, surface) => {
    expect(contrast(colours[text!]!, colours[surface!]!)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'focus'])(`${name}: %s stands out from a panel`, (series) => {
    expect(contrast(colours[series]!, colours['panel']!)).toBeGreaterThanOrEqual(3)
  })

  test.each([1, 2, 3, 4, 5])(`${name}: a label can be read on map class %i`, (step) => {
    expect(contrast(colours[`map-text-${step}`]!, colours[`map-${step}`]!)).toBeGreaterThanOrEqual(4.5)
  })

  test(`${name}: chosen and primary surfaces can be read`, () => {
    expect(contrast(colours['text-1']!, colours['primary-soft']!)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours['on-primary']!, colours['primary']!)).toBeGreaterThanOrEqual(4.5)
  })
}

test('both themes name the same colours', () => {
  expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light))
})

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(vue|css|ts)$/.test(file) && !file.endsWith('tokens.css'))

test.each(files)('%s takes its colours from the tokens', (file) => {
  const source = readFileSync(`src/${file}`, 'utf8')

  expect(source.match(/#[0-9a-f]{3,8}\b(?=[;,'")\s])|\b(?:rgba?|hsla?|oklch|color)\(/gi) ?? []).toEqual([])
})
