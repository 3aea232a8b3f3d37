/** What business systems and people know of making: orders, lots, quality, stock, energy. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'operations',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/operations/orders', title: 'orders.title', component: () => import('./pages/orders.vue') },
    { path: '/operations/lots', title: 'lot.one', component: () => import('./pages/lot.vue') },
    { path: '/operations/records/:number', title: 'record.one', component: () => import('./pages/record.vue') },
    { path: '/operations/design', title: 'design.title', component: () => import('./pages/design.vue') },
    { path: '/operations/design/product', title: 'design.one', component: () => import('./pages/design-product.vue') },
    { path: '/operations/quality', title: 'quality.title', component: () => import('./pages/quality.vue') },
    { path: '/operations/stock', title: 'stock.title', component: () => import('./pages/stock.vue') },
    { path: '/operations/energy', title: 'energy.title', component: () => import('./pages/energy.vue') },
    { path: '/operations/entry', title: 'entry.title', component: () => import('./pages/entry.vue') },
    { path: '/operations/systems', title: 'systems.title', component: () => import('./pages/systems.vue') },
    { path: '/operations/systems/new', title: 'systems.create', component: () => import('./pages/new-system.vue') },
    { path: '/operations/systems/:id', title: 'systems.one', component: () => import('./pages/system.vue') },
  ],
})
