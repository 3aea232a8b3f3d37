/** The workbench: what waits, what is new, what one can do. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'portal',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/cockpit', title: 'cockpit.title', component: () => import('./pages/cockpit.vue'), layout: 'screen' },
    { path: '/', title: 'home.title', component: () => import('./pages/home.vue') },
    { path: '/todos', title: 'todos.title', component: () => import('./pages/todos.vue') },
    { path: '/messages', title: 'messages.title', component: () => import('./pages/messages.vue') },
  ],
})
