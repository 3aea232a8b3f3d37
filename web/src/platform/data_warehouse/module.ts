/** Enterprise master data: search, the card of one enterprise, the ranking of sources. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'data_warehouse',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/data-warehouse/enterprises', title: 'search.title', component: () => import('./pages/enterprises.vue') },
    { path: '/data-warehouse/precedence', title: 'precedence.title', component: () => import('./pages/precedence.vue') },
    { path: '/data-warehouse/enterprises/:code', title: 'card.title', component: () => import('./pages/enterprise.vue') },
  ],
})
