/** Governance: industry codes proposed for enterprises and decided by people. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'governance',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [{ path: '/governance/industry-codings', title: 'codings.title', component: () => import('./pages/industry-codings.vue') }],
})
