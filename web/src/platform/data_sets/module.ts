/** Data sets of the three tiers: the catalogue, one of them, questions in SQL. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'data_sets',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/data-sets', title: 'catalogue.title', component: () => import('./pages/catalogue.vue') },
    { path: '/data-sets/query', title: 'query.title', component: () => import('./pages/query.vue') },
    { path: '/data-sets/new', title: 'compute.title', component: () => import('./pages/new-data-set.vue') },
    { path: '/data-sets/quality', title: 'overview.title', component: () => import('./pages/quality.vue') },
    { path: '/data-sets/quality/report', title: 'report.title', component: () => import('./pages/quality-report.vue') },
    { path: '/data-sets/issues', title: 'issues.title', component: () => import('./pages/issues.vue') },
    { path: '/data-sets/issues/:id', title: 'issues.one', component: () => import('./pages/issue.vue') },
    { path: '/data-sets/:tier/:name/rules', title: 'rules.title', component: () => import('./pages/rules.vue') },
    { path: '/data-sets/:tier/:name/suspicions', title: 'suspicions.title', component: () => import('./pages/suspicions.vue') },
    { path: '/data-sets/access', title: 'access.title', component: () => import('./pages/access.vue') },
    { path: '/data-sets/conformance', title: 'conformance.title', component: () => import('./pages/conformance.vue') },
    { path: '/data-sets/:tier/:name', title: 'one.title', component: () => import('./pages/data-set.vue') },
  ],
})
