/** Words of sharing business records, both sides. */
export default {
  title: 'Sharing business records', subtitle: 'Orders, lots, quality, stock, energy: which fields leave, in which form and for what; it can be withdrawn at any time',
  purposes: { monitoring: 'Monitoring of the industry', benchmark: 'Peer benchmark', maintenance: 'Maintenance advice', scheduling: 'Scheduling and shared capacity', quality: 'Quality analysis', finance: 'Credit', recognition: 'Recognition as morning-star factory' },
  forms: { raw: 'Raw', masked: 'Masked', aggregated: 'Sums' },
  formsLong: { raw: 'Raw: record by record, the chosen fields only', masked: 'Masked: texts as digests, numbers of two digits, times as days', aggregated: 'Sums: counts and totals of a period, once it is over' },
  periods: { day: 'By day', week: 'By week', month: 'By month' },
  levels: { 1: '1 public', 2: '2 internal', 3: '3 sensitive', 4: '4 trade secret' },
  kind: 'Records', purpose: 'Purpose', form: 'Form', period: 'Period', fields: 'Fields', since: 'Records from', until: 'Until', noEnd: 'No end', state: 'State', level: 'Level', rows: 'Rows', at: 'Time', key: 'Number', records: 'Records in it', count: '{count}', actions: 'Actions',
  states: { inForce: 'In force', withdrawn: 'Withdrawn', expired: 'Expired', ended: 'Ended' },
  today: '{rows} business records ({size} KB) left the factory today.', nothing: 'No business record has left the factory today.',
  list: 'Consents', listDefinition: 'Records without a consent do not leave; a change withdraws the old one and gives another', empty: 'No business records are shared yet', emptyHint: 'Without a consent nothing leaves',
  left: 'Left', waiting: 'To be sent', tooLarge: 'Too large', givenBy: 'Given by', withdrawnAt: 'Withdrawn', download: 'Export what left',
  give: 'Consent to sharing', change: 'Change', giveDefinition: 'Look at what would leave first; what has not left when consent is withdrawn never does', purposeHint: 'The brain may read for this purpose only; what is shared for monitoring enters its warehouse', fieldsHint: 'Those of level 4 never leave, those of level 3 only masked or in sums; levels are changed below', sinceHint: 'From now on when left empty', untilHint: 'Stops by itself then', note: 'Note',
  preview: 'Show what would leave', previewTitle: 'This is how they would leave', previewDefinition: 'The newest records in the chosen form; nothing has been sent', previewEmpty: 'There are no such records yet to show',
  withdraw: 'Withdraw', withdrawAsk: 'Withdraw this consent?', withdrawMessage: 'At once: what has not left never does, the brain takes no more and may not read what it has', hasWithdrawn: 'Withdrawn', given: 'Given; sending begins within a minute',
  grades: 'Levels of fields', gradesDefinition: 'Decided by the factory; a field that may no longer leave in its form after a rise leaves no more', grade: 'Level of {field}', graded: 'Level changed', keyField: 'Number (goes with every record)',
  brain: {
    title: 'Business records of factories', one: 'A consent', subtitle: 'Orders, lots, quality, stock and energy that factories share; read for the consented purpose only, and the factory sees who read them and why', factory: 'Factory', received: 'Last received', refused: 'Not taken', waiting: 'To be landed', notLanded: 'Not for the warehouse',
    empty: 'No factory shares business records yet', emptyHint: 'They come once an owner consents under “Sharing business records” at the gateway', facts: 'Consent', givenBy: 'Given by', givenAt: 'Given at', why: 'What for', whyHint: 'Told to the factory as it is, such as “Orders completed in November”', read: 'Read records', readDefinition: 'The factory is told of every page that is read', ended: 'This consent has ended: what came under it is read no longer', dataSet: 'Data set in the warehouse', land: 'Take into the warehouse now', landing: 'On its way',
    withdrawn: 'Withdrawn by its source',
  },
}
