/** The brains of the centre by their client ids, for names and choices on its pages. */
import { computed } from 'vue'
import { api, body } from '@/api/client'
import { useLoad } from '@/ui/load'

export function useBrains() {
  const overview = useLoad(() => body(api.GET('/api/exchange/overview')))
  const brains = computed(() => overview.data.value?.brains ?? [])
  const find = (clientId: string) => brains.value.find((each) => each.clientId === clientId)
  return {
    overview,
    brains,
    nameOf: (clientId: string): string => find(clientId)?.systemName ?? clientId,
    linkOf: (clientId: string): string | undefined => find(clientId) && `/exchange/applications/${find(clientId)!.applicationNumber}`,
    options: computed(() => brains.value.map((each) => ({ value: each.clientId, title: each.systemName }))),
  }
}
