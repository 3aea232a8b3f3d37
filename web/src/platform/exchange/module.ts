/** The exchange of annex 3, on the brain's side and on the centre's. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'exchange',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/exchange/client/applications', title: 'client.applications.title', component: () => import('./pages/client-applications.vue') },
    { path: '/exchange/client/applications/:id', title: 'client.application.title', component: () => import('./pages/client-application.vue') },
    { path: '/exchange/client/test-runs/:id', title: 'client.test.title', component: () => import('./pages/client-test-run.vue') },
    { path: '/exchange/client/ledger', title: 'client.ledger.title', component: () => import('./pages/client-ledger.vue') },
    { path: '/exchange/client/dead-letters', title: 'client.dead.title', component: () => import('./pages/client-dead-letters.vue') },
    { path: '/exchange/client/pulls', title: 'client.pulls.title', component: () => import('./pages/client-pulls.vue') },
  ],
})
