/** Which of a page's views is open, kept in the address bar. */
import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export function useTab<Name extends string>(names: readonly Name[]): WritableComputedRef<Name> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => names.find((each) => each === route.query['view']) ?? names[0]!,
    set: (name) => void router.replace({ query: name === names[0] ? {} : { view: name } }),
  })
}
