/** Sharing: what leaves the warehouse, for whom, until when; proposing, approving, ending. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'sharing',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/sharing', title: 'list.title', component: () => import('./pages/sharings.vue') },
    { path: '/sharing/new', title: 'new.title', component: () => import('./pages/new-sharing.vue') },
    { path: '/sharing/:id', title: 'one.title', component: () => import('./pages/sharing.vue') },
  ],
})
