/** Governance: what is proposed of enterprises and decided by people: industry codes, names, merges. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'governance',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/governance/industry-codings', title: 'codings.title', component: () => import('./pages/industry-codings.vue') },
    { path: '/governance/matches', title: 'matching.title', component: () => import('./pages/matches.vue') },
    { path: '/governance/matches/:id', title: 'matching.title', component: () => import('./pages/match.vue') },
    { path: '/governance/merges', title: 'merges.title', component: () => import('./pages/merges.vue') },
  ],
})
