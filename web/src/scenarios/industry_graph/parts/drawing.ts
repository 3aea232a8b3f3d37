/** The server's view as the canvas draws it, and views that grow. */
import type { Schema } from '@/api/client'
import type { Graph } from '@/graph/scene'
import { either } from '@/i18n/locale'

export type View = Schema<'GraphView'>
export type ViewNode = Schema<'GraphNodeView'>

const LARGEST = 2000
const SIZES: Record<ViewNode['kind'], (node: ViewNode) => number> = {
  product: ({ count }) => 20 + 3 * Math.log2(1 + count),
  group: ({ count }) => 4 + 2 * Math.log2(1 + count),
  enterprise: () => 6,
}

/** A badge warns of what is missing; weak links are told by words, not by colour alone. */
export function drawn(view: View, words: { missing: string; unknown: string }): Graph {
  return {
    nodes: view.nodes.map((node) => ({
      id: node.id,
      x: node.x,
      y: node.y,
      size: SIZES[node.kind](node),
      kind: node.kind === 'product' ? node.stage : node.kind,
      label: nameOf(node, words.unknown),
      ...(node.grade === 'missing' && { badge: words.missing }),
    })),
    edges: view.ties.map(({ source, target, weight, kind }) => ({ source, target, weight, kind })),
  }
}

export function nameOf(node: ViewNode, unknown: string): string {
  if (node.kind !== 'group') return either(node.title, node.titleEn)
  return `${node.code ? node.title : unknown} ${node.count}`
}

/** What was there keeps its place; what is new is set down around `anchor`. */
export function grown(view: View, more: View, anchor: ViewNode): View {
  const known = new Map(view.nodes.map((node) => [node.id, node]))
  const centre = more.nodes.find(({ id }) => id === anchor.id) ?? more.nodes.find(({ id }) => known.has(id)) ?? more.nodes[0]
  if (!centre) return view
  const place = known.get(centre.id) ?? anchor
  const fresh = more.nodes
    .filter(({ id }) => !known.has(id))
    .slice(0, Math.max(0, LARGEST - view.nodes.length))
    .map((node) => ({ ...node, x: place.x + node.x - centre.x, y: place.y + node.y - centre.y }))
  const ids = new Set([...known.keys(), ...fresh.map(({ id }) => id)])
  const ties = new Map([...view.ties, ...more.ties].map((tie) => [`${tie.source} ${tie.target}`, tie]))
  return {
    ...view,
    nodes: [...view.nodes, ...fresh],
    ties: [...ties.values()].filter(({ source, target }) => ids.has(source) && ids.has(target)),
  }
}

export const without = (view: View, id: string): View => ({
  ...view,
  nodes: view.nodes.filter((node) => node.id !== id),
  ties: view.ties.filter(({ source, target }) => source !== id && target !== id),
})
