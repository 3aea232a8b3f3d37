/** Data standards: terms, data elements, code tables. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'standards',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/standards', title: 'list.title', component: () => import('./pages/standards.vue') },
    { path: '/standards/dcmm', title: 'dcmm.title', component: () => import('./pages/dcmm.vue') },
    { path: '/standards/new/:kind', title: 'form.title', component: () => import('./pages/new-standard.vue') },
    { path: '/standards/:kind/:code', title: 'one.title', component: () => import('./pages/standard.vue') },
  ],
})
