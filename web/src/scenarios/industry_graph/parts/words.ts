/** What pictures of the graph are labelled with. */
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

const STAGES = ['upstream', 'midstream', 'downstream']

export function useWords() {
  const { t } = useI18n()
  const unknown = computed(() => t('industry_graph.unknownRegion'))
  return {
    unknown,
    marks: computed(() => ({ missing: t('industry_graph.grade.missing'), unknown: unknown.value })),
    stages: computed(() => STAGES.map((kind) => ({ kind, title: t(`industry_graph.stage.${kind}`) }))),
    source: (source: string): string => t('industry_graph.chain.source', { source }),
  }
}
