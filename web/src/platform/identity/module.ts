/** Signing in and the password. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'identity',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/login', title: 'login.title', layout: 'public', component: () => import('./pages/login.vue') },
    { path: '/password', title: 'password.title', layout: 'public', component: () => import('./pages/password.vue') },
  ],
})
