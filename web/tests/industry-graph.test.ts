/** The graph's pages: marked evidence, views that grow, the picture's words. */
import { describe, expect, it } from 'vitest'
import { drawn, grown, type View, type ViewNode, without } from '@/scenarios/industry_graph/parts/drawing'
import { pieces } from '@/scenarios/industry_graph/parts/marking'

const node = (id: string, more: Partial<ViewNode> = {}): ViewNode => ({
  id,
  kind: 'product',
  code: id,
  title: id,
  titleEn: id,
  stage: 'upstream',
  link: 'x',
  x: 0,
  y: 0,
  count: 0,
  grade: null,
  role: null,
  hops: null,
  ...more,
})
const view = (nodes: ViewNode[], ties: [string, string][] = []): View => ({
  nodes,
  ties: ties.map(([source, target]) => ({ source, target, kind: 'supply', weight: 0.5, confidence: 0.9 })),
  leftOut: 0,
  path: [],
})

describe('marked text', () => {
  it('is cut where evidence begins and ends', () => {
    const cut = pieces('生产轮胎、炭黑', [
      { start: 2, end: 4, by: 'tyre' },
      { start: 5, end: 7, by: 'carbon_black' },
    ])

    expect(cut).toEqual([
      { text: '生产', by: [] },
      { text: '轮胎', by: ['tyre'] },
      { text: '、', by: [] },
      { text: '炭黑', by: ['carbon_black'] },
    ])
  })

  it('names every attachment that rests on the same words', () => {
    expect(pieces('内外胎', [{ start: 0, end: 3, by: 'tyre' }, { start: 0, end: 3, by: 'inner_tube' }])).toEqual([{ text: '内外胎', by: ['tyre', 'inner_tube'] }])
  })

  it('counts characters, not UTF-16 units', () => {
    expect(pieces('𬭩轮胎', [{ start: 1, end: 3, by: 'tyre' }])[1]).toEqual({ text: '轮胎', by: ['tyre'] })
  })
})

describe('a view that grows', () => {
  it('keeps what is there in its place and sets the rest around the anchor', () => {
    const before = view([node('a', { x: 100, y: 50 })])
    const more = view([node('a', { x: 0, y: 0 }), node('b', { x: 10, y: -5 })], [['a', 'b']])

    const after = grown(before, more, before.nodes[0]!)

    expect(after.nodes.map(({ id, x, y }) => [id, x, y])).toEqual([
      ['a', 100, 50],
      ['b', 110, 45],
    ])
    expect(after.ties).toHaveLength(1)
  })

  it('loses a group with its ties when the group opens', () => {
    const before = view([node('product:a'), node('group:a:370500', { kind: 'group' })], [['group:a:370500', 'product:a']])

    expect(without(before, 'group:a:370500')).toMatchObject({ nodes: [{ id: 'product:a' }], ties: [] })
  })
})

describe('the picture', () => {
  it('says what is missing in words and counts groups', () => {
    const graph = drawn(view([node('a', { grade: 'missing' }), node('g', { kind: 'group', code: '', count: 3 })]), { missing: '缺', unknown: '不详' })

    expect(graph.nodes.map(({ kind, label, badge }) => [kind, label, badge])).toEqual([
      ['upstream', 'a', '缺'],
      ['group', '不详 3', undefined],
    ])
  })
})
