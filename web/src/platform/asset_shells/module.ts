/** Equipment as Asset Administration Shells: the name plate, and files for other systems. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'asset_shells',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [{ path: '/asset-shells/:id', title: 'title', component: () => import('./pages/shell.vue') }],
})
