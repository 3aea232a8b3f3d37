/** Production performance of a factory: figures after ISO 22400, how machines are measured, the shifts. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'performance',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/performance', title: 'title', component: () => import('./pages/performance.vue') },
    { path: '/performance/units/:id', title: 'unit.one', component: () => import('./pages/unit.vue') },
    { path: '/performance/board', title: 'board.title', component: () => import('./pages/board.vue'), layout: 'screen' },
    { path: '/performance/shifts', title: 'shifts.title', component: () => import('./pages/shifts.vue') },
  ],
})
