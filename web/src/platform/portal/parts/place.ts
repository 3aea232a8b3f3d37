/** Which city the cockpit looks at, kept in the address bar; none is the whole province. */
import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** 山东省: the map shows its cities. */
export const PROVINCE = '370000'

export function useCity(): WritableComputedRef<string | null> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => (typeof route.query['city'] === 'string' ? route.query['city'] : null),
    set: (city) => void router.replace({ query: { ...route.query, city: city ?? undefined } }),
  })
}

/** One region with what is counted of it; capital in yuan. */
export interface Area {
  code: string
  name: string
  enterprises: number
  capital: number
  key?: number
}

/** A figure of a region that map and ranking can show. */
export interface Metric {
  value: string
  title: string
  unit: string
  of: (area: Area) => number
}

const HUNDRED_MILLION = 1e8

export const inHundredMillions = (yuan: number): number => Math.round((yuan / HUNDRED_MILLION) * 10) / 10

/** Years from the first to the last without gaps: a year nobody was established in stays empty. */
export function everyYear<T extends { year: number }>(found: T[]): { year: number; found: T | null }[] {
  const byYear = new Map(found.map((each) => [each.year, each]))
  const years = [...byYear.keys()]
  const first = Math.min(...years)
  return Array.from({ length: years.length ? Math.max(...years) - first + 1 : 0 }, (_, i) => ({ year: first + i, found: byYear.get(first + i) ?? null }))
}
