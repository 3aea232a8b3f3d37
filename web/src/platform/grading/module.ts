/** Classification and grading: all data sets, one of them, the tables behind it, the catalogue of important data. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'grading',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/grading', title: 'list.title', component: () => import('./pages/grading.vue') },
    { path: '/grading/tables', title: 'tables.title', component: () => import('./pages/tables.vue') },
    { path: '/grading/important', title: 'important.title', component: () => import('./pages/important.vue') },
    { path: '/grading/:tier/:name', title: 'one.title', component: () => import('./pages/graded.vue') },
  ],
})
