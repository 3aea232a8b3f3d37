/** The parts of ECharts that the portal draws with, and no more; loaded when the first chart appears. */
import { BarChart, LineChart, MapChart, SankeyChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, MapChart, SankeyChart, GridComponent, LegendComponent, TooltipComponent, LabelLayout, CanvasRenderer])

export { init, registerMap }
