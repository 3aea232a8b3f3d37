/** A wall is never left stale: what it shows is fetched again every few minutes. */
import { onBeforeUnmount } from 'vue'
import type { Loaded } from '@/ui/load'

const EVERY = 5 * 60_000

export function useRefresh(...queries: Loaded<unknown>[]): void {
  const timer = setInterval(() => queries.forEach((query) => void query.reload()), EVERY)
  onBeforeUnmount(() => clearInterval(timer))
}
