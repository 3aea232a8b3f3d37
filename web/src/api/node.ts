/** Which node this portal belongs to. */
import { ref } from 'vue'
import { api, body, type Schema } from '@/api/client'

export const node = ref<Schema<'NodeView'> | null>(null)

export async function loadNode(): Promise<void> {
  node.value ??= await body(api.GET('/api/node'))
}
