/** One question at a time: `await confirm({ title })` is null when the answer is no. */
import { shallowRef } from 'vue'

export interface Question {
  title: string
  message?: string
  confirmText?: string
  cancelText?: string
  danger?: boolean
  /** The answer needs a reason. */
  reason?: boolean
}

export interface Answer {
  reason: string
}

interface Asked extends Question {
  answer: (answer: Answer | null) => void
}

export const asked = shallowRef<Asked | null>(null)

export function confirm(question: Question): Promise<Answer | null> {
  asked.value?.answer(null)
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (answer) => {
        asked.value = null
        resolve(answer)
      },
    }
  })
}
