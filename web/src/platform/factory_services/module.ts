/** Services of a brain for factories: the catalogue, calls and results at a factory; who calls what at the brain. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'factory_services',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/brain-services', title: 'title', component: () => import('./pages/services.vue') },
    { path: '/brain-services/calls/:id', title: 'call.title', component: () => import('./pages/call.vue') },
    { path: '/factory-services', title: 'offered.title', component: () => import('./pages/offered.vue') },
  ],
})
