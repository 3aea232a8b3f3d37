/** Words of production performance. */
export default {
  title: 'Production performance', subtitle: 'How long, how fast and how well machines ran, and where the time went; after ISO 22400-2, from what the machines say', span: 'Time', today: 'Today', yesterday: 'Yesterday', week: '7 days', month: '30 days',
  export: 'Export', shiftsButton: 'Shifts', showAll: 'Show all {count}', asOf: 'As of {at}', measured: '{measured} of {all} machines measured',
  oee: 'OEE', oeeDefinition: 'Availability × effectiveness × quality ratio. Of the plant, availability and effectiveness are told of the times of all machines together, quality of what leaves the plant; not told of fewer than 10 items',
  availability: 'Availability', availabilityDefinition: 'Actual production time ÷ planned busy time that was observed', effectiveness: 'Effectiveness', effectivenessDefinition: 'Planned run time per item × produced ÷ actual production time; above 100% the planned time is too long; not told of fewer than 10 items',
  quality: 'Quality ratio', qualityDefinition: 'Good ÷ produced; unknown where rejects are not counted', energy: 'Energy per item', energyDefinition: 'Energy of all machines ÷ items that left the plant', output: 'Output', outputNote: 'good: {good}',
  coverage: 'Observed', coverageDefinition: 'Share of planned time in which the state was known; otherwise the gateway did not run, or the machine said nothing', losses: 'Where the time went', lossesDefinition: 'Planned busy time of all machines together, hours',
  production: 'Production', setup: 'Setup', delay: 'Delay', down: 'Down', unknown: 'Unknown', hours: 'hours', trend: 'Over time', trendDefinition: 'By hour up to two days, by day beyond',
  units: 'Machines', unitsDefinition: 'The lowest OEE first; those of which it cannot be told last', machine: 'Machine', process: 'Process', state: 'Now', produced: 'Produced', good: 'Good', cycle: 'Time per item', down_hours: 'Down (hours)',
  empty: 'No machine is measured yet', emptyHint: 'Measuring can be set up from the names of points, then checked machine by machine', noFigures: 'There are no figures of this time yet', noFiguresHint: 'They are computed every five minutes',
  propose: 'Set up from names of points', proposed: '{setUp} machines set up; of {left} no state point was found', left: '{count} machines are not measured yet', leftOnes: 'Machines not measured',
  board: { title: 'Shop-floor board', open: 'Shop-floor board', output: 'Good items today', running: 'Running', stale: 'No new data since {at}', unknown: 'Not known' },
  elements: { production: 'Production', setup: 'Setup', delay: 'Delay', down: 'Down' },
  unit: {
    one: 'Performance of a machine', figures: 'Figures', measure: 'How it is measured', measureDefinition: 'Counts from the hour that runs; what was computed before stays', save: 'Save', saved: 'Saved', stop: 'Stop measuring', stopped: 'Stopped',
    statePoint: 'Point of the state', states: 'Values of the state', statesHint: 'One a line: value = production, setup, delay or down; values not named count as unknown', producedPoint: 'Point of items produced', counterHint: 'A counter; a fall is taken for a reset', rejectedPoint: 'Point of items rejected',
    rejectedHint: 'Without it quality and OEE cannot be told', energyPoint: 'Point of energy', energyHint: 'A counter in kWh', runTime: 'Planned run time per item', runTimeHint: 'In seconds; without it effectiveness cannot be told', isOutput: 'Makes the output', isOutputHint: 'Its items count as what leaves the plant', none: 'None', wrongLine: 'Line {line} cannot be read: {text}',
    noPoints: 'This machine has no points yet', noPointsHint: 'Choose points under “Sources” and assign them to it', live: 'Machine and points', proposal: 'Proposed from the names of its points; check, then save', changed: 'Set up by {by} at {at}',
  },
  shifts: {
    title: 'Shifts', subtitle: 'Planned busy time lies within shifts; without shifts, work goes on around the clock', add: 'Add a shift', name: 'Name', weekdays: 'Weekdays', begin: 'Begin', end: 'End', endHint: 'On the next day if not after the beginning', remove: 'Remove', save: 'Save', saved: 'Saved',
    empty: 'No shifts: around the clock', definition: 'Beijing time; counts from the hour that runs',
  },
  weekdays: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
}
