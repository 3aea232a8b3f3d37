/** The exchange of annex 3: the centre's pages, and the brain's under `client`. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'exchange',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/exchange/overview', title: 'centre.overview.title', component: () => import('./pages/centre-overview.vue') },
    { path: '/exchange/applications', title: 'centre.applications.title', component: () => import('./pages/centre-applications.vue') },
    { path: '/exchange/applications/:number', title: 'centre.application.title', component: () => import('./pages/centre-application.vue') },
    { path: '/exchange/clients', title: 'centre.clients.title', component: () => import('./pages/centre-clients.vue') },
    { path: '/exchange/ledger', title: 'centre.ledger.title', component: () => import('./pages/centre-ledger.vue') },
    { path: '/exchange/distributions', title: 'centre.distributions.title', component: () => import('./pages/centre-distributions.vue') },
    { path: '/exchange/alarms', title: 'centre.alarms.title', component: () => import('./pages/centre-alarms.vue') },
    { path: '/exchange/client/applications', title: 'client.applications.title', component: () => import('./pages/client-applications.vue') },
    { path: '/exchange/client/applications/:id', title: 'client.application.title', component: () => import('./pages/client-application.vue') },
    { path: '/exchange/client/test-runs/:id', title: 'client.test.title', component: () => import('./pages/client-test-run.vue') },
    { path: '/exchange/client/ledger', title: 'client.ledger.title', component: () => import('./pages/client-ledger.vue') },
    { path: '/exchange/client/dead-letters', title: 'client.dead.title', component: () => import('./pages/client-dead-letters.vue') },
    { path: '/exchange/client/dead-letters/:id', title: 'client.dead.title', component: () => import('./pages/client-dead-letter.vue') },
    { path: '/exchange/client/pulls', title: 'client.pulls.title', component: () => import('./pages/client-pulls.vue') },
  ],
})
