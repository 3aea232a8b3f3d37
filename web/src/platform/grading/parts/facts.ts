/** The words of elements, processing and filing, in the order in which forms ask for them. */
export const MEASURES = ['records', 'people', 'coverage', 'precision_metres', 'years'] as const
export const PROCESSINGS = ['raw', 'masked', 'labelled', 'statistical', 'fused'] as const
export const FILING = ['source', 'purpose', 'manner', 'used_by', 'responsible', 'contact', 'shared', 'outbound', 'protection'] as const
