/** A wall is never left stale: what it shows is fetched again every few minutes. */
import { computed, onBeforeUnmount } from 'vue'
import type { Loaded } from '@/ui/load'

const EVERY = 5 * 60_000

export function useRefresh(...queries: Loaded<unknown>[]): void {
  const timer = setInterval(() => queries.forEach((query) => void query.reload()), EVERY)
  onBeforeUnmount(() => clearInterval(timer))
}

/** One question whose answer also rests on others: it says so when any of them failed. */
export function restingOn<T>(query: Loaded<T>, ...others: Loaded<unknown>[]): Loaded<T> {
  const all = [query, ...others]
  return {
    ...query,
    error: computed(() => all.find((each) => each.error.value)?.error.value ?? null),
    reload: async () => void (await Promise.all(all.map((each) => each.reload()))),
  }
}
