/** Routes of every room, and the doorkeeper: node known, words loaded, visitor signed in. */
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteLocationRaw } from 'vue-router'
import { onSignedOut } from '@/api/client'
import { loadNode, node } from '@/api/node'
import { useSession } from '@/auth/session'
import { loadWords, t } from '@/i18n'
import { either } from '@/i18n/locale'
import { type Module, records } from '@/module'

const found = import.meta.glob<{ default: Module }>(['./platform/*/module.ts', './scenarios/*/module.ts'], { eager: true })
const modules = new Map(Object.values(found).map((each) => [each.default.name, each.default]))

const UNDER_BARS = 104 // pixels: the bar on top and the outline of a page, which stay in sight

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...[...modules.values()].flatMap(records),
    { path: '/:anything(.*)*', component: () => import('@/layouts/NotFound.vue'), meta: { layout: 'work', title: 'app.notFound' } },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.hash ? { el: to.hash, top: UNDER_BARS } : to.path === from.path ? false : { top: 0 }),
})

const LOGIN = '/login'
const PASSWORD = '/password'

async function doorkeeper(to: RouteLocationNormalized): Promise<RouteLocationRaw | true> {
  const session = useSession()
  await Promise.all([loadNode(), session.restore()])
  if (to.path === LOGIN) return true
  if (!session.current) return { path: LOGIN, query: to.path === '/' ? {} : { next: to.fullPath } }
  return !session.current.mustChangePassword || to.path === PASSWORD ? true : PASSWORD
}

router.beforeEach(async (to) => {
  const module = modules.get(to.meta.module ?? '')
  if (module) await loadWords(module.name, module.words)
  return doorkeeper(to)
})

export function nameWindow(): void {
  const { title } = router.currentRoute.value.meta
  const place = node.value ? either(node.value.title, node.value.titleEn) : ''
  document.title = [title ? t(title) : '', place].filter(Boolean).join(' · ')
}

router.afterEach(nameWindow)

onSignedOut(() => {
  useSession().forget()
  const { fullPath, path } = router.currentRoute.value
  if (path !== LOGIN) void router.push({ path: LOGIN, query: { next: fullPath } })
})
