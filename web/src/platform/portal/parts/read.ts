/** Reading messages: the server is told, the bell is recounted. */
import { api } from '@/api/client'
import { useMenu } from '@/auth/menu'

export async function markRead(id: number): Promise<void> {
  await api.POST('/api/portal/messages/{notice_id}/read', { params: { path: { notice_id: id } } })
  await useMenu().recount()
}

export async function markAllRead(): Promise<void> {
  await api.POST('/api/portal/messages/read-all')
  await useMenu().recount()
}
