/** Questions to the explorer: the whole chain, around or along a node, a group's members, a path. */
import { api, body } from '@/api/client'
import type { GraphQuery } from './filters'
import type { View } from './drawing'

export type Mode = 'whole' | 'both' | 'up' | 'down' | 'path'

export interface Question {
  mode: Mode
  start?: string
  end?: string
  hops: number
}

const rest = (id: string): string => id.slice(id.indexOf(':') + 1)

export async function viewOf({ mode, start, end, hops }: Question, query: GraphQuery): Promise<View | null> {
  if (mode === 'whole') return body(api.GET('/api/industry-graph/graph', { params: { query } }))
  if (!start) return null
  if (mode === 'path') return end ? body(api.GET('/api/industry-graph/graph/path', { params: { query: { start, end } } })) : null
  return start.startsWith('enterprise:') ? around(start, query) : along(start, mode, hops, query)
}

const along = (product: string, direction: 'both' | 'up' | 'down', hops: number, query: GraphQuery): Promise<View> =>
  body(api.GET('/api/industry-graph/graph/products/{product}', { params: { path: { product: rest(product) }, query: { ...query, direction, hops } } }))

const around = (enterprise: string, query: GraphQuery): Promise<View> =>
  body(api.GET('/api/industry-graph/graph/enterprises/{credit_code}', { params: { path: { credit_code: rest(enterprise) }, query } }))

/** What a double press on a node opens. */
export function expansion(id: string, query: GraphQuery): Promise<View> {
  if (id.startsWith('product:')) return along(id, 'both', 1, query)
  if (id.startsWith('enterprise:')) return around(id, query)
  const [, product, city] = id.split(':') as [string, string, string]
  return body(api.GET('/api/industry-graph/graph/products/{product}/groups', { params: { path: { product }, query: { ...query, city } } }))
}

/** Choices for the search boxes. */
export async function found(words: string): Promise<{ value: string; title: string }[]> {
  if (!words) return []
  const list = await body(api.GET('/api/industry-graph/graph/search', { params: { query: { text: words } } }))
  return list.map(({ id, title }) => ({ value: id, title }))
}
