/** Numbers, money and moments as a reader of the chosen language expects them; the only place that formats. */
import { locale } from '@/i18n/locale'

const NOTHING = '—'
const ZONE = 'Asia/Shanghai'
const MINUS = '−'

interface Scale {
  from: number
  by: number
  unit: string
}

const SCALES: Record<string, Scale[]> = {
  'zh-CN': [
    { from: 1e12, by: 1e12, unit: '万亿' },
    { from: 1e8, by: 1e8, unit: '亿' },
    { from: 1e4, by: 1e4, unit: '万' },
  ],
  en: [
    { from: 1e12, by: 1e12, unit: 'tn' },
    { from: 1e9, by: 1e9, unit: 'bn' },
    { from: 1e6, by: 1e6, unit: 'm' },
    { from: 1e4, by: 1e3, unit: 'k' },
  ],
}

type Amount = number | string | null | undefined

/** Decimals travel as strings; anything that is no number is nothing. */
function amount(value: Amount): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

const decimal = (value: number, digits: number, fixed = false): string =>
  new Intl.NumberFormat(locale.value, { maximumFractionDigits: digits, minimumFractionDigits: fixed ? digits : 0 })
    .format(value)
    .replace('-', MINUS)

/** 1,234.5 — every digit that matters, grouped. */
export function number(value: Amount, digits = 2): string {
  const parsed = amount(value)
  return parsed === null ? NOTHING : decimal(parsed, digits)
}

/** 5,061 亿 / 506.1bn — split, so that a tile can set the unit smaller. */
export function compactParts(value: Amount, digits = 1): { figure: string; unit: string } {
  const parsed = amount(value)
  if (parsed === null) return { figure: NOTHING, unit: '' }
  const scale = SCALES[locale.value]!.find((each) => Math.abs(parsed) >= each.from)
  if (!scale) return { figure: decimal(parsed, digits), unit: '' }
  const scaled = parsed / scale.by
  return { figure: decimal(scaled, Math.abs(scaled) >= 1000 ? 0 : digits), unit: scale.unit }
}

export function compact(value: Amount, digits = 1): string {
  const { figure, unit } = compactParts(value, digits)
  return locale.value === 'zh-CN' && unit ? `${figure} ${unit}` : figure + unit
}

/** A fraction as a percentage: 0.926 → 92.6%. */
export function percent(fraction: Amount, digits = 1): string {
  const parsed = amount(fraction)
  return parsed === null ? NOTHING : `${decimal(parsed * 100, digits)}%`
}

/** A change with its sign: +6.7, −4.3, 0. */
export function signed(value: Amount, digits = 1): string {
  const parsed = amount(value)
  if (parsed === null) return NOTHING
  return (parsed > 0 ? '+' : '') + decimal(parsed, digits)
}

function moment(value: string | Date | null | undefined, options: Intl.DateTimeFormatOptions): string {
  if (!value) return NOTHING
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return NOTHING
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, ...options }).format(date)
}

/** 2026-10-31, on Beijing's calendar. */
export const date = (value: string | Date | null | undefined): string =>
  moment(value, { year: 'numeric', month: '2-digit', day: '2-digit' })

/** 2026-10-31 09:20, Beijing time. */
export const datetime = (value: string | Date | null | undefined): string =>
  moment(value, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false })

/** 2026-10-31 09:20:07, Beijing time: where the order of steps matters. */
export const datetimeSeconds = (value: string | Date | null | undefined): string =>
  moment(value, {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false,
  })

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** 3 小时前 / 3 hours ago; beyond a month, the date. */
export function ago(value: string, now = new Date()): string {
  const seconds = (new Date(value).getTime() - now.getTime()) / 1000
  if (Math.abs(seconds) > 30 * 86_400) return date(value)
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['minute', 60]
  return new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }).format(Math.round(seconds / size), unit)
}

/** 东营市 → 东营, where there is little room. */
export const cityName = (name: string): string => name.replace(/(市|地区)$/u, '')
