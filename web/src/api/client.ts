/** The one door to the server: typed by its OpenAPI, cookies same-origin, refusals thrown as `ApiError`. */
import createClient, { type Middleware } from 'openapi-fetch'
import { errorOf, networkError } from '@/api/errors'
import type { components, paths } from '@/api/schema'

/** A shape by the server's own name: `Schema<'TodoView'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

let forget: () => void = () => {}

/** Called once by the shell: what to do when the server no longer knows who we are. */
export function onSignedOut(listener: () => void): void {
  forget = listener
}

const house: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-Requested-With', 'brain')
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return
    if (response.status === 401 && schemaPath !== '/api/session') forget()
    throw await errorOf(response)
  },
  onError: networkError,
}

export const api = createClient<paths>({ baseUrl: '/' })
api.use(house)

/** The body of an answer: `const page = await body(api.GET('/api/portal/todos'))`. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T
}
