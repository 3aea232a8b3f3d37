/** Corpora: recipes, documents, what each step removed, samples, exports. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'corpora',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/corpora', title: 'list.title', component: () => import('./pages/corpora.vue') },
    { path: '/corpora/new', title: 'list.create', component: () => import('./pages/new-corpus.vue') },
    { path: '/corpora/:id', title: 'one.title', component: () => import('./pages/corpus.vue') },
  ],
})
