/** What the brain's cockpit asks the server for. */
import type { Ref } from 'vue'
import { api, body } from '@/api/client'
import { useSession } from '@/auth/session'
import { useLoad } from '@/ui/load'
import { useRefresh } from '@/ui/refresh'
import { PROVINCE, type Area } from './place'
import { useOpenTodos } from './todos'

const TODOS = 5
const WAN = 10_000

interface Counted {
  code: string
  name: string
  enterprises: number
  key: number
  capitalWan: string
}

const figures = (region: string | undefined) => body(api.GET('/api/industry-graph/figures', { params: { query: { region } } }))

export const areaOf = ({ code, name, enterprises, key, capitalWan }: Counted): Area => ({ code, name, enterprises, key, capital: Number(capitalWan) * WAN })

/** How the brain stands with the centre; nothing for those who may not see it. */
async function exchange(mayIt: boolean) {
  if (!mayIt) return null
  const [connection, pulls, accepted] = await Promise.all([
    body(api.GET('/api/exchange-client/connection')),
    body(api.GET('/api/exchange-client/pulls')),
    body(api.GET('/api/exchange-client/parts', { params: { query: { state: 'accepted', pageSize: 1 } } })),
  ])
  return { connection, pulls: pulls.items, lastAccepted: accepted.items[0] ?? null }
}

export function useBrain(city: Ref<string | null>) {
  const session = useSession()
  const region = (): string | undefined => city.value ?? undefined
  const queries = {
    overview: useLoad(() => body(api.GET('/api/industry-graph/overview', { params: { query: { region: region() } } })), () => city.value),
    province: useLoad(() => figures(PROVINCE)),
    here: useLoad(() => figures(region()), () => city.value),
    flows: useLoad(() => body(api.GET('/api/industry-graph/flows'))),
    contradictions: useLoad(() => body(api.GET('/api/industry-graph/contradictions', { params: { query: { pageSize: 1 } } }))),
    totals: useLoad(() => body(api.GET('/api/data-warehouse/totals'))),
    sources: useLoad(() => body(api.GET('/api/data-warehouse/sources'))),
    todos: useOpenTodos(TODOS),
    exchange: useLoad(() => exchange(session.may('exchange_client.see'))),
  }
  useRefresh(...Object.values(queries))
  return queries
}

export type Brain = ReturnType<typeof useBrain>
export type Exchange = NonNullable<Awaited<ReturnType<typeof exchange>>>
