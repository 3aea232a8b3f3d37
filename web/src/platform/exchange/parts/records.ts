/** The records of a refused part while somebody mends them: texts beside what is wrong with each. */
import { computed, ref } from 'vue'

export type Wire = Record<string, unknown>

export interface Problem {
  loc: string
  message: string
}

/** `/records/3/name` is about record 3; anything else about the whole part. */
export function placeOf({ loc }: Problem): { index: number | null; field: string } {
  const [, index, ...field] = loc.replace(/^\/?(body\/)?/, '').split('/')
  return loc.includes('records/') ? { index: Number(index), field: field.join('/') } : { index: null, field: loc }
}

export function parsed(text: string): Wire | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Wire) : null
  } catch {
    return null
  }
}

export function useRecords(before: readonly Wire[]) {
  const texts = ref(before.map((each) => JSON.stringify(each, null, 2)))
  const originals = [...texts.value]
  const removed = ref(new Set<number>())
  const kept = computed(() => texts.value.map((_, i) => i).filter((i) => !removed.value.has(i)))
  const edited = computed(() => texts.value.filter((text, i) => removed.value.has(i) || text !== originals[i]).length)
  const isSound = (index: number): boolean => removed.value.has(index) || parsed(texts.value[index]!) !== null

  function remove(index: number): void {
    removed.value = new Set([...removed.value, index])
  }

  return {
    texts,
    kept,
    edited,
    isSound,
    remove,
    /** The first record that is no JSON object. */
    broken: computed(() => kept.value.find((index) => !isSound(index))),
    /** What will be sent. */
    all: (): Wire[] => kept.value.map((index) => parsed(texts.value[index]!)!),
  }
}
