/** Bringing data in: registered sources, the import wizard, running and past imports. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'ingestion',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/ingestion/sources', title: 'sources.title', component: () => import('./pages/sources.vue') },
    { path: '/ingestion/sources/new', title: 'sources.create', component: () => import('./pages/new-source.vue') },
    { path: '/ingestion/sources/:id', title: 'sources.one', component: () => import('./pages/source.vue') },
    { path: '/ingestion/data-sets/new', title: 'declare.title', component: () => import('./pages/new-data-set.vue') },
    { path: '/ingestion/sources/:id/collections/new', title: 'collections.create', component: () => import('./pages/new-collection.vue') },
    { path: '/ingestion/collections/:id', title: 'collections.one', component: () => import('./pages/collection.vue') },
    { path: '/ingestion/imports', title: 'imports.title', component: () => import('./pages/imports.vue') },
    { path: '/ingestion/imports/new', title: 'wizard.title', component: () => import('./pages/new-import.vue') },
    { path: '/ingestion/imports/:id', title: 'imports.one', component: () => import('./pages/import.vue') },
  ],
})
