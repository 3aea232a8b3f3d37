/** Training sets: how they are made, what each release holds, who published it. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'training_sets',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/training-sets', title: 'list.title', component: () => import('./pages/training-sets.vue') },
    { path: '/training-sets/new', title: 'list.create', component: () => import('./pages/new-training-set.vue') },
    { path: '/training-sets/:id', title: 'one.title', component: () => import('./pages/training-set.vue') },
  ],
})
