/** A graph made ready to draw: edges strongest first, neighbours known, nodes found by place. */
export interface GraphNode {
  id: string
  x: number
  y: number
  /** Radius in the layout's own units. */
  size: number
  kind: string
  label: string
  /** A word of warning beside the node. */
  badge?: string
}

export interface GraphEdge {
  source: string
  target: string
  weight: number
  kind: string
}

export interface Graph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

export interface Link {
  from: number
  to: number
  edge: GraphEdge
}

export interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Scene {
  nodes: GraphNode[]
  links: Link[]
  index: Map<string, number>
  neighbours: Set<number>[]
  /** Nodes by size, largest first: the order in which they may be named. */
  byImportance: number[]
  bounds: Bounds
  strongest: number
  at: (x: number, y: number, reach: number) => number | null
}

function boundsOf(nodes: GraphNode[]): Bounds {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y, size } of nodes) {
    bounds.left = Math.min(bounds.left, x - size)
    bounds.right = Math.max(bounds.right, x + size)
    bounds.top = Math.min(bounds.top, y - size)
    bounds.bottom = Math.max(bounds.bottom, y + size)
  }
  return nodes.length ? bounds : { left: -1, top: -1, right: 1, bottom: 1 }
}

/** Squares of a board about as many as there are nodes; the node under a point is among nine squares. */
function finder(nodes: GraphNode[], bounds: Bounds): Scene['at'] {
  const span = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top)
  const largest = nodes.reduce((most, node) => Math.max(most, node.size), 0)
  const side = Math.max(span / Math.max(Math.sqrt(nodes.length), 1), largest, Number.EPSILON)
  const board = new Map<string, number[]>()
  const square = (value: number, start: number): number => Math.floor((value - start) / side)
  nodes.forEach((node, i) => {
    const key = `${square(node.x, bounds.left)},${square(node.y, bounds.top)}`
    board.set(key, [...(board.get(key) ?? []), i])
  })

  return (x, y, reach) => {
    let found: number | null = null
    let nearest = Infinity
    const around = Math.ceil(Math.min(reach, span) / side) || 1
    const [column, row] = [square(x, bounds.left), square(y, bounds.top)]
    for (let dx = -around; dx <= around; dx++)
      for (let dy = -around; dy <= around; dy++)
        for (const i of board.get(`${column + dx},${row + dy}`) ?? []) {
          const node = nodes[i]!
          const distance = Math.hypot(node.x - x, node.y - y) - node.size
          if (distance <= reach && distance < nearest) [found, nearest] = [i, distance]
        }
    return found
  }
}

export function sceneOf({ nodes, edges }: Graph): Scene {
  const index = new Map(nodes.map((node, i) => [node.id, i]))
  const neighbours = nodes.map(() => new Set<number>())
  const links: Link[] = []
  for (const edge of edges) {
    const from = index.get(edge.source)
    const to = index.get(edge.target)
    if (from === undefined || to === undefined) continue // its other end is outside this view
    links.push({ from, to, edge })
    neighbours[from]!.add(to)
    neighbours[to]!.add(from)
  }
  links.sort((a, b) => b.edge.weight - a.edge.weight)
  const bounds = boundsOf(nodes)
  const byImportance = nodes.map((_, i) => i).sort((a, b) => nodes[b]!.size - nodes[a]!.size)
  return { nodes, links, index, neighbours, byImportance, bounds, strongest: links[0]?.edge.weight ?? 1, at: finder(nodes, bounds) }
}

/** Wider or narrower, so that a layout in layers fills a frame of this shape (width to height). */
export function shaped(graph: Graph, shape: number): Graph {
  const span = (places: number[]): number => places.reduce((most, place) => Math.max(most, place), -Infinity) - places.reduce((least, place) => Math.min(least, place), Infinity)
  const [width, height] = [span(graph.nodes.map(({ x }) => x)), span(graph.nodes.map(({ y }) => y))]
  if (!(width > 0 && height > 0)) return graph
  const factor = (height * shape) / width
  return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, x: node.x * factor })) }
}

/** The link whose line passes nearest, within reach. */
export function linkAt(scene: Scene, x: number, y: number, reach: number): Link | null {
  let found: Link | null = null
  let nearest = reach
  for (const link of scene.links) {
    const [a, b] = [scene.nodes[link.from]!, scene.nodes[link.to]!]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const along = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)))
    const distance = Math.hypot(a.x + along * dx - x, a.y + along * dy - y)
    if (distance < nearest) [found, nearest] = [link, distance]
  }
  return found
}

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] } as const
export type Arrow = keyof typeof DIRECTIONS
export const isArrow = (key: string): key is Arrow => key in DIRECTIONS

/** The next node in a direction: near, and not far off the line. */
export function nextNode(scene: Scene, from: number | null, arrow: Arrow): number | null {
  if (from === null) return scene.byImportance[0] ?? null
  const [ux, uy] = DIRECTIONS[arrow]
  const start = scene.nodes[from]!
  let found: number | null = null
  let least = Infinity
  scene.nodes.forEach((node, i) => {
    const [dx, dy] = [node.x - start.x, node.y - start.y]
    const ahead = dx * ux + dy * uy
    const aside = Math.abs(dx * uy - dy * ux)
    if (i === from || ahead <= 0 || aside > ahead * 1.5) return
    const cost = ahead + aside * 2
    if (cost < least) [found, least] = [i, cost]
  })
  return found
}
