/** What the centre's cockpit asks the server for. */
import type { Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'
import { useSession } from '@/auth/session'
import { useLoad } from '@/ui/load'
import { PROVINCE, type Area } from './place'
import { useOpenTodos } from './todos'
import { useRefresh } from '@/ui/refresh'

const TODOS = 8
const ALARMS = 50

const figures = (region: string) => body(api.GET('/api/data-warehouse/figures', { params: { query: { region } } }))

export const areaOf = ({ code, name, enterprises, capital }: Schema<'RegionFigureView'>): Area => ({ code, name, enterprises, capital: Number(capital) })

/** The brains and their open alarms; nothing for those who may not see them. */
async function exchange(mayIt: boolean) {
  if (!mayIt) return null
  const [overview, alarms] = await Promise.all([
    body(api.GET('/api/exchange/overview')),
    body(api.GET('/api/exchange/alarms', { params: { query: { pageSize: ALARMS } } })),
  ])
  return { overview, alarms: alarms.items.filter((alarm) => !alarm.handledAt) }
}

export function useCentre(city: Ref<string | null>) {
  const session = useSession()
  const queries = {
    province: useLoad(() => figures(PROVINCE)),
    here: useLoad(() => figures(city.value ?? PROVINCE), () => city.value),
    all: useLoad(() => body(api.GET('/api/data-warehouse/totals'))),
    sources: useLoad(() => body(api.GET('/api/data-warehouse/sources'))),
    todos: useOpenTodos(TODOS),
    exchange: useLoad(() => exchange(session.may('exchange.see'))),
  }
  useRefresh(...Object.values(queries))
  return queries
}

export type CentreExchange = NonNullable<Awaited<ReturnType<typeof exchange>>>
