/** Looking for an enterprise by words of its name or its credit code. */
import { api, body } from '@/api/client'
import type { Option } from '@/ui/options'

export async function searchEnterprises(words: string): Promise<Option[]> {
  if (words.trim().length < 2) return []
  const { items } = await body(api.GET('/api/data-warehouse/enterprises', { params: { query: { text: words.trim(), pageSize: 10 } } }))
  return items.map(({ creditCode, name }) => ({ value: creditCode, title: `${name} · ${creditCode}` }))
}
