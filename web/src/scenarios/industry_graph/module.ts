/** The industry graph: the chain by stage, the explorer, enterprises, what experts decide, upkeep. */
import { defineModule } from '@/module'

export default defineModule({
  name: 'industry_graph',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  routes: [
    { path: '/cockpit/industry-graph', title: 'wall.title', component: () => import('./pages/wall.vue'), layout: 'screen' },
    { path: '/industry-graph', title: 'chain.title', component: () => import('./pages/chain.vue') },
    { path: '/industry-graph/explorer', title: 'explorer.title', component: () => import('./pages/explorer.vue') },
    { path: '/industry-graph/enterprises', title: 'enterprises.title', component: () => import('./pages/enterprises.vue') },
    { path: '/industry-graph/enterprises/:code', title: 'card.title', component: () => import('./pages/enterprise.vue') },
    { path: '/industry-graph/corrections', title: 'corrections.title', component: () => import('./pages/corrections.vue') },
    { path: '/industry-graph/upkeep', title: 'upkeep.title', component: () => import('./pages/upkeep.vue') },
  ],
})
