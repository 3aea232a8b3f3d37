import { expect, test } from 'vitest'
import { fit, reveal, toScreen, toWorld, zoom } from '@/graph/camera'
import { type Graph, linkAt, nextNode, sceneOf, shaped } from '@/graph/scene'

const node = (id: string, x: number, y: number, size = 2) => ({ id, x, y, size, kind: 'firm', label: id })
const graph: Graph = {
  nodes: [node('a', 0, 0, 5), node('b', 100, 0), node('c', 100, 80), node('d', -60, 10)],
  edges: [
    { source: 'a', target: 'b', weight: 1, kind: 'supply' },
    { source: 'b', target: 'c', weight: 3, kind: 'supply' },
    { source: 'a', target: 'z', weight: 9, kind: 'supply' },
  ],
}
const scene = sceneOf(graph)

test('links are strongest first, and one whose other end is outside the view is left out', () => {
  expect(scene.links.map(({ edge }) => edge.weight)).toEqual([3, 1])
  expect([...scene.neighbours[1]!].sort()).toEqual([0, 2])
  expect(scene.bounds).toEqual({ left: -62, top: -5, right: 102, bottom: 82 })
})

test('the node under a point is found, within reach only', () => {
  expect(scene.at(103, 1, 2)).toBe(1)
  expect(scene.at(50, 40, 2)).toBeNull()
  expect(scene.at(4, 0, 0)).toBe(0)
})

test('every node of a large graph is found at its own place', () => {
  const many = Array.from({ length: 500 }, (_, i) => node(String(i), (i * 37) % 1000, (i * 91) % 700, 1))
  const large = sceneOf({ nodes: many, edges: [] })

  expect(many.map(({ x, y }) => large.nodes[large.at(x, y, 1)!]).map((found) => [found!.x, found!.y])).toEqual(many.map(({ x, y }) => [x, y]))
})

test('the link that passes nearest is found, within reach only', () => {
  expect(linkAt(scene, 50, 3, 8)!.edge).toBe(graph.edges[0])
  expect(linkAt(scene, 98, 40, 8)!.edge).toBe(graph.edges[1])
  expect(linkAt(scene, 50, 30, 8)).toBeNull()
})

test('arrow keys walk to the next node in their direction', () => {
  expect(nextNode(scene, null, 'ArrowRight')).toBe(0)
  expect(nextNode(scene, 0, 'ArrowRight')).toBe(1)
  expect(nextNode(scene, 1, 'ArrowDown')).toBe(2)
  expect(nextNode(scene, 0, 'ArrowLeft')).toBe(3)
  expect(nextNode(scene, 3, 'ArrowLeft')).toBeNull()
})

test('fitting shows everything, and what is under the pointer stays there while zooming', () => {
  const home = fit(scene.bounds, 800, 600)
  const [left] = toScreen(home, scene.bounds.left, 0)
  const [right] = toScreen(home, scene.bounds.right, 0)
  const closer = zoom(home, 2, 300, 200, home.scale)

  expect(left).toBeCloseTo(32)
  expect(right).toBeCloseTo(768)
  expect(closer.scale).toBeCloseTo(home.scale * 2)
  expect(toWorld(closer, 300, 200)).toEqual([expect.closeTo(toWorld(home, 300, 200)[0]), expect.closeTo(toWorld(home, 300, 200)[1])])
})

test('a layout takes the shape of its frame, heights kept', () => {
  const wide = shaped(graph, 4)

  expect(wide.nodes.map(({ y }) => y)).toEqual(graph.nodes.map(({ y }) => y))
  expect(wide.nodes.map(({ x }) => x)).toEqual([0, 200, 200, -120])
  expect(shaped({ nodes: [node('a', 3, 4)], edges: [] }, 4).nodes[0]!.x).toBe(3)
})

test('fitting leaves room for the names at the edges', () => {
  const names = [
    { x: 102, half: 120 },
    { x: -60, half: 70 },
    { x: 20, half: 90 },
  ]

  for (const [width, height] of [[800, 600], [800, 200], [360, 600]] as const) {
    const home = fit(scene.bounds, width, height, names)
    const reaches = names.map(({ x, half }) => [toScreen(home, x, 0)[0] - half, toScreen(home, x, 0)[0] + half] as const)

    expect(home.scale).toBeGreaterThan(0)
    for (const [from, to] of width === 360 ? reaches.slice(1) : reaches) {
      expect(from).toBeGreaterThanOrEqual(-1)
      expect(to).toBeLessThanOrEqual(width + 1)
    }
  }
})

test('zooming has ends, and revealing moves only what is out of view', () => {
  const home = fit(scene.bounds, 800, 600)

  expect(zoom(home, 1e9, 0, 0, home.scale).scale).toBeCloseTo(home.scale * 40)
  expect(reveal(home, 0, 0, 800, 600)).toEqual(home)
  expect(toScreen(reveal(home, 1000, 0, 800, 600), 1000, 0)[0]).toBeCloseTo(736)
})
