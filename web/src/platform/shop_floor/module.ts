/** Machines of a factory: where values come from, which are collected, how they stand. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'shop_floor',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/shop-floor/sources', title: 'sources.title', component: () => import('./pages/sources.vue') },
    { path: '/shop-floor/sources/new', title: 'sources.create', component: () => import('./pages/new-source.vue') },
    { path: '/shop-floor/sources/:id', title: 'sources.one', component: () => import('./pages/source.vue') },
    { path: '/shop-floor/points', title: 'points.title', component: () => import('./pages/points.vue') },
    { path: '/shop-floor/point-list', title: 'list.title', component: () => import('./pages/point-list.vue') },
    { path: '/shop-floor/points/:number', title: 'points.one', component: () => import('./pages/point.vue') },
    { path: '/shop-floor/equipment', title: 'equipment.title', component: () => import('./pages/equipment-tree.vue') },
    { path: '/shop-floor/equipment/:id', title: 'equipment.one', component: () => import('./pages/equipment.vue') },
    { path: '/shop-floor/store', title: 'store.title', component: () => import('./pages/store.vue') },
  ],
})
