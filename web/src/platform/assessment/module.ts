/** Digital level: indicator sets, assessments with evidence, results, gaps and improvement plans. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'assessment',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/assessment', title: 'list.title', component: () => import('./pages/assessments.vue') },
    { path: '/assessment/sets/:code/:version', title: 'set.title', component: () => import('./pages/indicator-set.vue') },
    { path: '/assessment/:id', title: 'one.title', component: () => import('./pages/assessment.vue') },
  ],
})
