/** Where the lists behind the cockpit's figures are, and how their addresses narrow them. */
import type { RouteLocationRaw } from 'vue-router'

interface Narrowed {
  region?: string | null
  year?: number
}

type Words = Record<string, string | number | null | undefined>

const to = (path: string, words: Words): RouteLocationRaw => ({
  path,
  query: Object.fromEntries(Object.entries(words).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]]))),
})

/** Enterprises of the warehouse. */
export function enterprises({ region, year, section, capital }: Narrowed & { section?: string; capital?: string } = {}): RouteLocationRaw {
  const city = region && `${region.slice(0, 4)}00`
  return to('/data-warehouse/enterprises', { city, county: region === city ? null : region, section, capital, year: year && `${year}-${year}` })
}

/** Enterprises of the chain. */
export const chain = ({ region, year, ...place }: Narrowed & { link?: string; product?: string; honour?: string; key?: 1 } = {}): RouteLocationRaw =>
  to('/industry-graph/enterprises', { region, yearFrom: year, yearTo: year, ...place })

export const GRAPH = '/industry-graph'
export const CONTRADICTIONS = '/industry-graph/corrections'
