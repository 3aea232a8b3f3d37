/** The state of a list, kept in the address bar: a link shows the same rows, and Back works. */
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { PageQuery } from '@/api/page'

export interface ListState {
  query: ComputedRef<PageQuery>
  /** Changes some words of the query; whatever changes, the list starts at its first page unless a page is named. */
  change: (words: Record<string, string | number | undefined>) => void
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

export function useListState(names: string[], defaults: { pageSize: number; sort?: string }, prefix = ''): ListState {
  const route = useRoute()
  const router = useRouter()
  const path = route.path
  const read = (name: string): string | undefined => text(route.query[prefix + name])
  let kept: PageQuery | null = null

  const query = computed<PageQuery>(() => {
    if (kept && route.path !== path) return kept // leaving: the next page's words are not ours
    kept = {
      page: Number(read('page') ?? 1),
      pageSize: defaults.pageSize,
      sort: read('sort') ?? defaults.sort,
      q: read('q'),
      ...Object.fromEntries(names.map((name) => [name, read(name)])),
    }
    return kept
  })

  function change(words: Record<string, string | number | undefined>): void {
    const next: LocationQueryRaw = { ...route.query, [`${prefix}page`]: undefined }
    for (const [name, value] of Object.entries(words)) next[prefix + name] = value === undefined || value === '' ? undefined : String(value)
    void router.replace({ query: next, hash: route.hash })
  }

  return { query, change }
}
