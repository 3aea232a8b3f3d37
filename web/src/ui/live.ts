/** Asks again every second, or so many, while something is under way. */
import { onScopeDispose } from 'vue'

export function useLive(isUnderWay: () => boolean, reload: () => Promise<void>, seconds = 1): void {
  const timer = setInterval(() => {
    if (isUnderWay()) void reload()
  }, seconds * 1000)
  onScopeDispose(() => clearInterval(timer))
}
