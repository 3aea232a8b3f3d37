/** The filters of the search as choices, and as what the server takes. */
import type { operations } from '@/api/schema'
import { t } from '@/i18n'
import { number } from '@/i18n/formats'
import type { Option } from '@/ui/options'

type Filters = NonNullable<operations['export_api_data_warehouse_enterprises_export_get']['parameters']['query']>

const WAN = 10_000
/** Steps of the capital filter in 万元, of the year filter in years. */
const CAPITAL_STEPS = [100, 500, 1_000, 5_000, 10_000]
const CENT = 0.01
const YEAR_STEPS = [2000, 2010, 2020]

/** A range as one word of the address bar, its end outside: `100-1000`, `-100`, `10000-`. */
const word = (from?: number, to?: number): string => `${from ?? ''}-${to ?? ''}`
const bounds = (range: unknown): [string, string] => {
  const [from = '', to = ''] = String(range ?? '').split('-')
  return [from, to]
}

export function capitals(): Option[] {
  const between = CAPITAL_STEPS.slice(1).map((to, i) => ({ from: CAPITAL_STEPS[i]!, to }))
  return [
    { value: word(CAPITAL_STEPS.at(-1)), title: t('data_warehouse.search.capitalFrom', { from: number(CAPITAL_STEPS.at(-1)!) }) },
    ...between.reverse().map(({ from, to }) => ({ value: word(from, to), title: t('data_warehouse.search.capitalBetween', { from: number(from), to: number(to) }) })),
    { value: word(undefined, CAPITAL_STEPS[0]), title: t('data_warehouse.search.capitalTo', { to: number(CAPITAL_STEPS[0]!) }) },
  ]
}

export function years(): Option[] {
  const [first, second, third] = YEAR_STEPS as [number, number, number]
  return [
    { value: word(third), title: t('data_warehouse.search.yearsFrom', { from: third }) },
    { value: word(second, third - 1), title: t('data_warehouse.search.yearsBetween', { from: second, to: third - 1 }) },
    { value: word(first, second - 1), title: t('data_warehouse.search.yearsBetween', { from: first, to: second - 1 }) },
    { value: word(undefined, first - 1), title: t('data_warehouse.search.yearsTo', { to: first - 1 }) },
  ]
}

/** A county or division only counts below the city or section chosen beside it. */
function below(part: unknown, whole: unknown, digits: number): string | undefined {
  if (!whole) return undefined
  return part && String(part).startsWith(String(whole).slice(0, digits)) ? String(part) : String(whole)
}

export function filtersOf(words: Record<string, string | number | undefined>): Filters {
  const [yearFrom, yearTo] = bounds(words.year)
  const [capitalFrom, capitalTo] = bounds(words.capital)
  const filters: Record<string, string | number | undefined> = {
    text: words.q,
    region: below(words.county, words.city, 4),
    industry: below(words.division, words.section, 1),
    yearFrom: yearFrom ? Number(yearFrom) : undefined,
    yearTo: yearTo ? Number(yearTo) : undefined,
    capitalFrom: capitalFrom ? Number(capitalFrom) * WAN : undefined,
    capitalTo: capitalTo ? Number(capitalTo) * WAN - CENT : undefined,
  }
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

/** An amount in 万 of its currency. */
export function capitalOf(amount: string | null | undefined, currency: string | null | undefined): string | null {
  if (!amount) return null
  const figure = number(Number(amount) / WAN)
  return currency && currency !== 'CNY' ? t('data_warehouse.card.wanOf', { amount: figure, currency }) : t('data_warehouse.card.wan', { amount: figure })
}
