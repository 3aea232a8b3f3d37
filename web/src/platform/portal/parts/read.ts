/** Reading messages: the server is told, the bell is recounted. */
import { api } from '@/api/client'
import { useMenu } from '@/auth/menu'

export async function markRead(id: string): Promise<void> {
  await api.POST('/api/portal/messages/{id}/read', { params: { path: { id } } })
  await useMenu().recount()
}

export async function markAllRead(): Promise<void> {
  await api.POST('/api/portal/messages/read-all')
  await useMenu().recount()
}
