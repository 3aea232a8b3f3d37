/** Something fetched, with the four faces it can show: loading, data, error, stale. */
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { ApiError, asApiError } from '@/api/errors'

export interface Loaded<T> {
  data: ShallowRef<T | null>
  error: ShallowRef<ApiError | null>
  loading: Ref<boolean>
  /** When `data` was fetched. */
  at: ShallowRef<Date | null>
  reload: () => Promise<void>
}

/** Fetches now and whenever `when` changes; an answer overtaken by a newer question is dropped. */
export function useLoad<T>(fetch: () => Promise<T>, when?: () => unknown): Loaded<T> {
  const data = shallowRef<T | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const at = shallowRef<Date | null>(null)
  const loading = ref(false)
  let question = 0
  onScopeDispose(() => (question = -1))

  async function reload(): Promise<void> {
    const mine = ++question
    loading.value = true
    try {
      const answer = await fetch()
      if (mine !== question) return
      data.value = answer
      error.value = null
      at.value = new Date()
    } catch (thrown) {
      if (mine === question) error.value = asApiError(thrown)
    } finally {
      if (mine === question) loading.value = false
    }
  }

  if (when) watch(when, reload)
  void reload()
  return { data, error, loading, at, reload }
}
