/** Words of the services, at a factory and at the brain. */
export default {
  title: 'Services of the brain', subtitle: 'What the brain can do for this factory, what was asked, what came back; while the brain is away calls wait here', refresh: 'Refresh catalogue', refreshed: 'The brain was asked again; a few seconds', comma: ', ',
  empty: 'No catalogue yet', emptyHint: 'It comes by itself once the brain is connected; or press “Refresh catalogue”', calls: 'Calls', noCalls: 'Nothing was called yet', noCallsHint: 'Choose a service, fill it in and press “Call”',
  service: 'Service', state: 'State', message: 'Remark', by: 'Called by', askedAt: 'Called at', answeredAt: 'Answered at', last: 'Last result', ask: 'Call', version: 'Version {version} · catalogue of {at}',
  missing: 'Not yet consented to for “{purpose}”: {quantities}. Without it this service has no result', consent: 'Consent', regularly: 'Call by itself', never: 'Never', due: 'Set by {by} · next {at}', subscribed: 'Subscribed', cancelled: 'Subscription cancelled',
  every: { day: 'Every day', week: 'Every Monday', month: 'First of the month' },
  states: { waiting: 'Waiting', done: 'Answered', refused: 'Refused', failed: 'Failed' },
  purposes: { monitoring: 'industry monitoring', benchmark: 'peer benchmark', maintenance: 'maintenance', scheduling: 'scheduling', quality: 'quality', finance: 'finance', recognition: 'recognition' },
  quantities: { planned_busy_time: 'planned busy time', actual_production_time: 'actual production time', planned_run_time: 'planned run time', produced_quantity: 'produced quantity', good_quantity: 'good quantity', energy: 'energy' },
  inputs: { period: 'Time', attribute: 'What to correct', value: 'Correct value', reason: 'Grounds', file: 'Evidence', correction: 'Correction', state: 'State' },
  choices: { day: 'Yesterday', week: 'Last week', month: 'Last month', waiting: 'Being verified', accepted: 'Accepted', refused: 'Refused' },
  call: { title: 'A call', asked: 'What was asked', waiting: 'The brain has not answered yet', waitingHint: 'Usually seconds; while the brain is away the call waits here and leaves by itself. A message tells of the result', result: 'Result' },
  record: {
    title: 'What the brain knows of this enterprise', definition: 'Every value with its source and date, as of the answer. What is wrong can be corrected with evidence: verified by the brain it enters the master data, goes on to the provincial centre and goes before other sources for a year', attribute: 'Attribute', value: 'Value held', source: 'Source', asOf: 'As of', others: 'Other sources say', none: 'Missing', sample: 'Sample',
    correct: 'Correct', newValue: 'Correct value', reason: 'Grounds', reasonHint: 'Which document, changed when', file: 'Evidence', fileHint: 'PDF, PNG or JPEG, at most 150 KB; no identity documents', send: 'Ask for the correction', tooLarge: 'Evidence must not exceed 150 KB',
    families: 'Other information', family: 'Family', total: 'Records', newest: 'Latest', names: { patent: 'Patents', trademark: 'Trademarks', investment: 'Investments', honour: 'Honours' }, noFamilies: 'No patents, trademarks, investments or honours on record',
    corrections: 'Corrections asked for', correction: 'To become', state: 'Brain', centre: 'Provincial centre', asked: 'Asked', decision: 'Remarks', noCorrections: 'No corrections asked for yet', states: { waiting: 'Being verified', accepted: 'Accepted', refused: 'Refused' }, withheld: "The legal person's name is personal information and is not sent this way",
  },
  peers: {
    title: 'This factory and its peers', definition: 'Circles are the means of groups of peers, the square is this factory; further right is better. Every mean is of at least {least} enterprises besides this one; once told, the figures of a period stay', span: '{begin} to {end} · {hours} h of planned work observed here',
    next: 'See where our time goes', none: 'Too little data here', place: 'Group {place} of {parts}', few: 'Only {count} enterprises have figures; means are told from {least} on', part: 'Group {place}: {count} enterprises, mean {mean}', source: 'Source: computed by the brain from hourly plant figures that enterprises consented to share, up to {at}',
  },
  offered: {
    title: 'Services for factories', subtitle: 'Which services factories get, who uses them, which calls still wait', asyncapi: 'Download the contract', catalogue: 'Catalogue', none: 'No room offers a service',
    service: 'Service', gives: 'What a factory gets', version: 'Version', factories: 'Factories', count: 'Calls', lastAt: 'Last call',
    calls: 'Calls', callsDefinition: 'Results go to the factory alone and are not shown here', factory: 'Factory', state: 'State', message: 'Remark', by: 'Called by', askedAt: 'Called at', finishedAt: 'Answered at',
    waiting: 'Waiting', done: 'Answered', refused: 'Refused', failed: 'Failed', noCalls: 'No factory has called yet', noCallsHint: 'Once connected, factories call from “Services of the brain” at their gateway',
  },
}
