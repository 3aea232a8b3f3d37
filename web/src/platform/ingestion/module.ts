/** Bringing data in: the import wizard, running and past imports. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'ingestion',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/ingestion/imports', title: 'imports.title', component: () => import('./pages/imports.vue') },
    { path: '/ingestion/imports/new', title: 'wizard.title', component: () => import('./pages/new-import.vue') },
    { path: '/ingestion/imports/:id', title: 'imports.one', component: () => import('./pages/import.vue') },
  ],
})
