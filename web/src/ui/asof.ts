/** The as-of date that the header of the wall shows; the page on it says which. */
import { onBeforeUnmount, ref, watchEffect } from 'vue'

export const screenAsOf = ref<string | null>(null)

export function useScreenAsOf(date: () => string | null | undefined): void {
  watchEffect(() => (screenAsOf.value = date() ?? null))
  onBeforeUnmount(() => (screenAsOf.value = null))
}
