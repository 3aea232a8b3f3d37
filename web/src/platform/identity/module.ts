/** Signing in, the password, and the people and organisations behind accounts. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'identity',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/login', title: 'login.title', layout: 'public', component: () => import('./pages/login.vue') },
    { path: '/identity/accounts', title: 'accounts.title', component: () => import('./pages/accounts.vue') },
    { path: '/identity/organisations', title: 'organisations.title', component: () => import('./pages/organisations.vue') },
    { path: '/password', title: 'password.title', layout: 'public', component: () => import('./pages/password.vue') },
  ],
})
