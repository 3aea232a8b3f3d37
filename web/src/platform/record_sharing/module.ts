/** Business records between a factory and its brain: consents at the one, reading for a purpose at the other. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'record_sharing',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/record-sharing', title: 'title', component: () => import('./pages/sharing.vue') },
    { path: '/shared-records', title: 'brain.title', component: () => import('./pages/shared.vue') },
    { path: '/shared-records/:id', title: 'brain.one', component: () => import('./pages/consent.vue') },
  ],
})
