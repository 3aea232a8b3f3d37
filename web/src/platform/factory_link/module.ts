/** The link between factories and the brain: the brain's factories, and the gateway's own link and consents. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'factory_link',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/factory-link/factories', title: 'factories.title', component: () => import('./pages/factories.vue') },
    { path: '/factory-link/factories/:id', title: 'factories.one', component: () => import('./pages/factory.vue') },
    { path: '/brain-link', title: 'link.title', component: () => import('./pages/link.vue') },
    { path: '/brain-link/consents', title: 'consents.title', component: () => import('./pages/consents.vue') },
  ],
})
