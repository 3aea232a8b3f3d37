/** Short words about what just happened; read aloud too. */
import { ref } from 'vue'
import { asApiError } from '@/api/errors'
import type { Tone } from '@/ui/tones'

const SECONDS = 4

export const toasts = ref<{ id: number; text: string; tone: Tone }[]>([])
let next = 0

export function toast(text: string, tone: Tone = 'good'): void {
  const id = ++next
  toasts.value.push({ id, text, tone })
  setTimeout(() => (toasts.value = toasts.value.filter((each) => each.id !== id)), SECONDS * 1000)
}

/** Runs an action of a button; a refusal is said, a bug is thrown on. */
export async function act(action: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await action()
  } catch (thrown) {
    toast(asApiError(thrown).message, 'bad')
    return false
  }
  if (done) toast(done)
  return true
}
