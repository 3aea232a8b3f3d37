/** What the server offers this visitor: the menu, and how much waits for them. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useRoute } from 'vue-router'
import { api, body, type Schema } from '@/api/client'
import { useSession } from '@/auth/session'

export type Group = Schema<'MenuView'>['groups'][number]
export type Item = Group['items'][number]

export const useMenu = defineStore('menu', () => {
  const groups = ref<Group[] | null>(null)
  const counts = ref({ todos: 0, unread: 0 })
  let owner: number | null = null

  async function recount(): Promise<void> {
    counts.value = await body(api.GET('/api/portal/counts'))
  }

  /** Fetches anew for every account: menus differ. */
  async function load(): Promise<void> {
    const account = useSession().current?.account.id
    if (account === undefined || (owner === account && groups.value)) return
    groups.value = null
    const [menu] = await Promise.all([body(api.GET('/api/portal/menu')), recount()])
    groups.value = menu.groups
    owner = account
  }

  return { groups, counts, load, recount }
})

/** The longest menu path that the address starts with. */
export function useCurrentItem() {
  const route = useRoute()
  const menu = useMenu()
  const covers = (path: string): boolean => route.path === path || (path !== '/' && route.path.startsWith(`${path}/`))
  return computed(() => {
    const pairs = (menu.groups ?? []).flatMap((group) => group.items.map((item) => ({ group, item })))
    return pairs.filter(({ item }) => covers(item.path)).sort((a, b) => b.item.path.length - a.item.path.length)[0] ?? null
  })
}
