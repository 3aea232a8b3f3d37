/** The filters of the graph, kept in the address bar so that every tab shows the same enterprises. */
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

const NAMES = ['region', 'scale', 'honour', 'yearFrom', 'yearTo', 'key', 'until'] as const
type Name = (typeof NAMES)[number]

/** What the server understands. */
export interface GraphQuery {
  region?: string
  scale?: string
  honour?: string
  yearFrom?: number
  yearTo?: number
  keyOnly?: boolean
  asOf?: string
}

export interface GraphFilters {
  words: ComputedRef<Partial<Record<Name, string>>>
  query: ComputedRef<GraphQuery>
  any: ComputedRef<boolean>
  set: (changed: Partial<Record<Name, string | undefined>>) => void
  clear: () => void
  /** For links between the tabs. */
  carried: ComputedRef<LocationQueryRaw>
}

export function useFilters(): GraphFilters {
  const route = useRoute()
  const router = useRouter()

  const words = computed(() => {
    const found: Partial<Record<Name, string>> = {}
    for (const name of NAMES) {
      const value = route.query[name]
      if (typeof value === 'string' && value) found[name] = value
    }
    return found
  })

  const query = computed<GraphQuery>(() => {
    const { region, scale, honour, yearFrom, yearTo, key, until } = words.value
    return {
      ...(region && { region }),
      ...(scale && { scale }),
      ...(honour && { honour }),
      ...(yearFrom && { yearFrom: Number(yearFrom) }),
      ...(yearTo && { yearTo: Number(yearTo) }),
      ...(key && { keyOnly: true }),
      ...(until && { asOf: `${until}-12-31` }),
    }
  })

  function set(changed: Partial<Record<Name, string | undefined>>): void {
    void router.replace({ query: { ...route.query, page: undefined, ...changed } })
  }

  return {
    words,
    query,
    any: computed(() => Object.keys(words.value).length > 0),
    set,
    clear: () => set(Object.fromEntries(NAMES.map((name) => [name, undefined]))),
    carried: computed(() => ({ ...words.value })),
  }
}
