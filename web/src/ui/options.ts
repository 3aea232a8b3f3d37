/** Choices of a select, a radio group, a filter. */
export interface Option<V extends string | number | boolean = string> {
  value: V
  title: string
  disabled?: boolean
}
