/** Axes, texts and tooltips of every chart, in the tokens' colours. */
import type { EChartsOption } from 'echarts'
import type { Palette } from '@/styles/theme'

export type ChartOption = EChartsOption

/** The width of a label in ems: Chinese letters are square, others narrower. */
export const ems = (text: string): number => [...text].reduce((width, letter) => width + (letter > '\u2e80' ? 1 : 0.6), 0)

const axis = (colours: Palette) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.text3, fontSize: colours.rem * 0.75, hideOverlap: true },
  splitLine: { lineStyle: { color: colours.line } },
  nameTextStyle: { color: colours.text3, fontSize: colours.rem * 0.75 },
})

/** Given to ECharts as its theme: what an option does not say is said here. */
export const chartTheme = (colours: Palette): object => ({
  color: colours.series,
  backgroundColor: 'transparent',
  animation: false,
  textStyle: { fontFamily: colours.font, color: colours.text2, fontSize: colours.rem * 0.75 },
  categoryAxis: { ...axis(colours), splitLine: { show: false } },
  valueAxis: axis(colours),
  timeAxis: { ...axis(colours), splitLine: { show: false } },
  legend: { textStyle: { color: colours.text2 }, itemWidth: 12, itemHeight: 8, icon: 'roundRect' },
  tooltip: {
    renderMode: 'richText', // an HTML tooltip carries inline styles, which the content security policy forbids
    confine: true,
    backgroundColor: colours.raised,
    borderColor: colours.lineStrong,
    borderWidth: 1,
    shadowBlur: 0,
    shadowColor: 'transparent',
    textStyle: { color: colours.text1, fontSize: colours.rem * 0.75 },
    axisPointer: { lineStyle: { color: colours.lineStrong }, crossStyle: { color: colours.lineStrong } },
  },
})
