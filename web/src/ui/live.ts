/** Asks again every second while something is under way. */
import { onScopeDispose } from 'vue'

export function useLive(isUnderWay: () => boolean, reload: () => Promise<void>): void {
  const timer = setInterval(() => {
    if (isUnderWay()) void reload()
  }, 1000)
  onScopeDispose(() => clearInterval(timer))
}
