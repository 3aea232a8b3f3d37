import { beforeEach, expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
const { locale } = await import('@/i18n/locale')
const formats = await import('@/i18n/formats')

beforeEach(() => {
  locale.value = 'zh-CN'
})

test('large amounts are read in 万, 亿 and 万亿', () => {
  expect(formats.compact(9_999)).toBe('9,999')
  expect(formats.compact(264_000)).toBe('26.4 万')
  expect(formats.compact(506_100_000_000)).toBe('5,061 亿')
  expect(formats.compact(1_250_000_000_000)).toBe('1.3 万亿')
  expect(formats.compact(-43_000)).toBe('−4.3 万')
})

test('English reads them in k, m, bn and tn', () => {
  locale.value = 'en'

  expect(formats.compact(264_000)).toBe('264k')
  expect(formats.compact(2_640_000)).toBe('2.6m')
  expect(formats.compact(506_100_000_000)).toBe('506.1bn')
  expect(formats.compact(1_250_000_000_000)).toBe('1.3tn')
})

test('a tile gets figure and unit apart', () => {
  expect(formats.compactParts(506_100_000_000)).toEqual({ figure: '5,061', unit: '亿' })
})

test('decimals that travel as text are numbers, and nothing is a dash', () => {
  expect(formats.number('1234.50')).toBe('1,234.5')
  expect(formats.number(null)).toBe('—')
  expect(formats.compact('n/a')).toBe('—')
  expect(formats.percent(undefined)).toBe('—')
})

test('shares and changes carry their signs', () => {
  expect(formats.percent(0.926)).toBe('92.6%')
  expect(formats.signed(6.7)).toBe('+6.7')
  expect(formats.signed(-4.3)).toBe('−4.3')
  expect(formats.signed(0)).toBe('0')
})

test('a moment is told on the clock of Shanghai, whatever the reader’s zone', () => {
  expect(formats.datetime('2026-10-31T16:20:00Z')).toBe('2026-11-01 00:20')
  expect(formats.datetimeSeconds('2026-10-31T16:20:07Z')).toBe('2026-11-01 00:20:07')
  expect(formats.date('2026-10-31T16:20:00Z')).toBe('2026-11-01')
  expect(formats.date('2026-10-31')).toBe('2026-10-31')
  expect(formats.date(null)).toBe('—')
  expect(formats.datetime('soon')).toBe('—')
})

test('what happened lately is told by its distance', () => {
  const now = new Date('2026-11-01T12:00:00Z')

  expect(formats.ago('2026-11-01T09:00:00Z', now)).toBe('3小时前')
  expect(formats.ago('2026-09-01T09:00:00Z', now)).toBe('2026-09-01')
})
