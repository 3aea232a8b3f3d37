/** The open to-dos of whoever is signed in, as many as are shown. */
import { api, body } from '@/api/client'
import { useLoad } from '@/ui/load'

export const useOpenTodos = (count: number) => useLoad(() => body(api.GET('/api/portal/todos', { params: { query: { done: false, pageSize: count } } })))
