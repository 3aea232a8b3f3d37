/** The audit log: who did what, and whether the record of it is whole. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'security',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [{ path: '/security/audit', title: 'audit.title', component: () => import('./pages/audit.vue') }],
})
