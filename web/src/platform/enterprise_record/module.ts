/** Corrections that enterprises ask for, verified by a brain and by the centre. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'enterprise_record',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/corrections', title: 'title', component: () => import('./pages/corrections.vue') },
    { path: '/corrections/:id', title: 'one', component: () => import('./pages/correction.vue') },
  ],
})
