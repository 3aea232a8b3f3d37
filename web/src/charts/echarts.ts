/** The parts of ECharts that the portal draws with; loaded when the first chart appears. */
import { BarChart, CustomChart, HeatmapChart, LineChart, MapChart, RadarChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, registerMap, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'

use([
  BarChart, CustomChart, HeatmapChart, LineChart, MapChart, RadarChart, SankeyChart, ScatterChart, DataZoomComponent, GridComponent,
  LegendComponent, MarkLineComponent, RadarComponent, TooltipComponent, VisualMapComponent, LabelLayout, CanvasRenderer,
])

export { init, registerMap }
