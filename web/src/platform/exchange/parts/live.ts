/** Fetches again every few seconds while something is under way. */
import { onScopeDispose } from 'vue'
import type { Loaded } from '@/ui/load'

export function useLive<T>(query: Loaded<T>, seconds: number, underWay: (data: T) => boolean): void {
  const timer = setInterval(() => {
    if (query.data.value !== null && !query.loading.value && underWay(query.data.value)) void query.reload()
  }, seconds * 1000)
  onScopeDispose(() => clearInterval(timer))
}
