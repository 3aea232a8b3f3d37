/** Who is signed in, as the server says; the portal never decides what they may do. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api, body, type Schema } from '@/api/client'
import { ApiError } from '@/api/errors'

export const useSession = defineStore('session', () => {
  const current = ref<Schema<'SessionView'> | null>(null)
  let asked: Promise<void> | null = null

  async function ask(): Promise<void> {
    try {
      current.value = (await body(api.GET('/api/session'))) ?? null
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error
    }
  }

  /** Asks once; a second caller waits for the first answer. */
  function restore(): Promise<void> {
    asked ??= ask().catch((error: unknown) => {
      asked = null
      throw error
    })
    return asked
  }

  async function signIn(username: string, password: string): Promise<void> {
    current.value = await body(api.POST('/api/session', { body: { username, password } }))
  }

  async function signOut(): Promise<void> {
    await api.DELETE('/api/session')
    current.value = null
  }

  async function changePassword(oldPassword: string, newPassword: string): Promise<void> {
    await api.POST('/api/session/password', { body: { oldPassword, newPassword } })
    if (current.value) current.value.mustChangePassword = false
  }

  function forget(): void {
    current.value = null
  }

  /** For showing or hiding what only some may open; the server checks again. */
  const may = (scope: string): boolean => current.value?.scopes.includes(scope) ?? false

  return { current, restore, signIn, signOut, changePassword, forget, may }
})
