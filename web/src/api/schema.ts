/** The server's paths, until `npm run api` writes this file from `openapi/*.json`. */
import type { Page } from '@/api/page'

interface Json<T> {
  content: { 'application/json': T }
}
interface Parameters {
  query?: never
  path?: never
  header?: never
  cookie?: never
}
interface Operation<Query, Answer> {
  parameters: Omit<Parameters, 'query'> & { query?: Query }
  requestBody?: never
  responses: { 200: Json<Answer> }
}
interface Sending<Body, Answer> {
  parameters: Parameters
  requestBody: Json<Body>
  responses: { 200: Json<Answer> }
}
interface Command<Path = never> {
  parameters: Omit<Parameters, 'path'> & ([Path] extends [never] ? { path?: never } : { path: Path })
  requestBody?: never
  responses: { 204: { content?: never } }
}

interface NodeView {
  kind: 'capability_centre' | 'industry_brain'
  name: string
  title: string
  titleEn: string
  sampleData: boolean
  mapApproval: string | null
  version: string
}

interface SessionView {
  account: { id: string; username: string; name: string }
  organisation: { id: string; name: string; creditCode: string } | null
  roles: string[]
  scopes: string[]
  mustChangePassword: boolean
  idleMinutes: number
}

interface MenuView {
  groups: {
    name: string
    title: string
    titleEn: string
    items: { name: string; title: string; titleEn: string; path: string; icon: string }[]
  }[]
}

interface TodoView {
  id: string
  kind: string
  title: string
  titleEn: string | null
  body: string
  link: string
  createdAt: string
  dueAt: string | null
  doneAt: string | null
}

interface MessageView extends TodoView {
  readAt: string | null
}

interface Paging {
  page?: number
  pageSize?: number
  sort?: string
  q?: string
}

export interface components {
  schemas: { NodeView: NodeView; SessionView: SessionView; MenuView: MenuView; TodoView: TodoView; MessageView: MessageView }
}

export interface paths {
  '/api/node': { get: Operation<never, NodeView> }
  '/api/session': {
    get: Operation<never, SessionView>
    post: Sending<{ username: string; password: string }, SessionView>
    delete: Command
  }
  '/api/session/password': { post: Sending<{ oldPassword: string; newPassword: string }, never> }
  '/api/portal/menu': { get: Operation<never, MenuView> }
  '/api/portal/counts': { get: Operation<never, { todos: number; unread: number }> }
  '/api/portal/todos': { get: Operation<Paging & { done?: boolean }, Page<TodoView>> }
  '/api/portal/messages': { get: Operation<Paging, Page<MessageView>> }
  '/api/portal/messages/{id}/read': { post: Command<{ id: string }> }
  '/api/portal/messages/read-all': { post: Command }
}
