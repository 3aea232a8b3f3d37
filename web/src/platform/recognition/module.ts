/** Recognition as 晨星工厂: applying at a factory, reviewing at a brain, deciding at the centre. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'recognition',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/recognition', title: 'own.title', component: () => import('./pages/own-applications.vue') },
    { path: '/recognition/:id', title: 'own.one', component: () => import('./pages/own-application.vue') },
    { path: '/recognition-cases', title: 'cases.title', component: () => import('./pages/cases.vue') },
    { path: '/recognition-cases/:id', title: 'cases.one', component: () => import('./pages/case.vue') },
    { path: '/recognitions', title: 'centre.title', component: () => import('./pages/recommendations.vue') },
    { path: '/recognitions/:id', title: 'centre.one', component: () => import('./pages/recommendation.vue') },
  ],
})
