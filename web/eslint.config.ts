/** House rules of the portal: small files, imports that go one way, Element Plus behind the kit. */
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

interface Ban {
  group: string[]
  message: string
}
const element: Ban = { group: ['element-plus', 'element-plus/*', '@element-plus/*'], message: 'Only src/ui imports Element Plus.' }
const echarts: Ban = { group: ['echarts', 'echarts/*'], message: 'Only src/charts imports ECharts.' }
const up: Ban = { group: ['../*', '!../parts', '!../parts/*'], message: 'Use @/… for another folder; inside a room, ../parts.' }
const rooms: Ban = { group: ['@/scenarios/*', '@/platform/*'], message: 'Rooms are entered by the router alone.' }
const above = (...folders: string[]): Ban => ({ group: folders.map((each) => `@/${each}/*`), message: 'Imports go one way: see README.' })
const restrict = (files: string[], ...patterns: Ban[]) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [up, ...patterns] }] as ['error', { patterns: Ban[] }] },
})

export default typescript.config(
  { ignores: ['node_modules', 'dist'] },
  ...typescript.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.ts', '**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-undef': 'off',
      'no-console': 'error',
      complexity: ['error', 10],
      eqeqeq: 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-required-prop-with-default': 'off',
    },
  },
  restrict(['src/api/**', 'src/i18n/**', 'src/styles/**'], element, echarts, rooms, above('auth', 'ui', 'charts', 'graph', 'grading', 'layouts')),
  restrict(['src/auth/**'], element, echarts, rooms, above('ui', 'charts', 'graph', 'grading', 'layouts')),
  restrict(['src/ui/**'], echarts, rooms, above('auth', 'charts', 'graph', 'grading', 'layouts')),
  restrict(['src/charts/**', 'src/graph/**', 'src/grading/**'], element, rooms, above('auth', 'layouts')),
  restrict(['src/layouts/**'], element, echarts, rooms),
  restrict(['src/scenarios/**', 'src/platform/**'], element, echarts, rooms, above('layouts')),
)
