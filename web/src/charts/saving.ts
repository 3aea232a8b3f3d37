/** Takes what a chart shows away: its picture, or its table as CSV that spreadsheets read. */
import type { Column } from '@/ui/columns'
import { saveAs } from '@/ui/save'

type Row = Record<string, unknown>

const FORMULA = /^[=+\-@\t\r]/ // a text that a spreadsheet would run

function quoted(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = String(value)
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

export function csv(columns: Column<Row>[], rows: Row[]): string {
  const lines = [columns.map((column) => quoted(column.title)), ...rows.map((row) => columns.map((column) => quoted(column.value ? column.value(row) : row[column.key])))]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

export function savePicture(url: string, title: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = `${title}.png`
  link.click()
}

export function saveTable(columns: Column<Row>[], rows: Row[], title: string): void {
  saveAs(new Blob([csv(columns, rows)], { type: 'text/csv;charset=utf-8' }), `${title}.csv`)
}
