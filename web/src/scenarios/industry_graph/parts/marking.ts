/** A text cut where evidence begins and ends, so that the page can show what an attachment rests on. */
export interface Span {
  start: number
  end: number
  /** Which attachments rest on these words. */
  by: string
}

export interface Piece {
  text: string
  by: string[]
}

export function pieces(text: string, spans: Span[]): Piece[] {
  const signs = [...text] // positions count characters, not UTF-16 units
  const edges = [...new Set([0, signs.length, ...spans.flatMap(({ start, end }) => [start, end])])].filter((edge) => edge <= signs.length).sort((a, b) => a - b)
  return edges
    .slice(0, -1)
    .map((from, i) => {
      const to = edges[i + 1]!
      const by = spans.filter(({ start, end }) => start <= from && to <= end).map((span) => span.by)
      return { text: signs.slice(from, to).join(''), by: [...new Set(by)] }
    })
    .filter((piece) => piece.text !== '')
}
