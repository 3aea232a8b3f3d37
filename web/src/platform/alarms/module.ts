/** Alarms of a factory: what stands, what was said to it, the rules. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'alarms',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/alarms', title: 'title', component: () => import('./pages/alarms.vue') },
    { path: '/alarms/rules', title: 'rules.title', component: () => import('./pages/rules.vue') },
    { path: '/alarms/rules/new', title: 'rules.create', component: () => import('./pages/new-rule.vue') },
    { path: '/alarms/rules/:id', title: 'rules.one', component: () => import('./pages/rule.vue') },
  ],
})
