/** Configurations signed by the factory's administrator: keys and journal at the gateway, carrying at the brain. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'gateway_configuration',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/gateway-configuration', title: 'title', component: () => import('./pages/journal.vue') },
    { path: '/gateway-configuration/:id', title: 'one', component: () => import('./pages/configuration.vue') },
    { path: '/configuration-deliveries', title: 'brain.title', component: () => import('./pages/deliveries.vue') },
  ],
})
