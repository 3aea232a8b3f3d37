/** Releases of the gateway: deciding at the factory, carrying at the brain. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'gateway_upgrade',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/gateway-upgrade', title: 'title', component: () => import('./pages/upgrade.vue') },
    { path: '/gateway-releases', title: 'brain.title', component: () => import('./pages/releases.vue') },
  ],
})
