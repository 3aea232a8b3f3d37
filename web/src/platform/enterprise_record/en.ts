/** Words of corrections. */
export default {
  title: 'Corrections', subtitle: 'What enterprises ask to put right, with evidence, through their gateways. Accepted, it enters the master data, goes before other sources for a year and goes on to the provincial centre', one: 'A correction',
  enterprise: 'Enterprise', attribute: 'Attribute', value: 'To become', held: 'Value held', state: 'State', centre: 'Provincial centre', askedBy: 'Asked by', askedAt: 'Asked', from: 'Sent by brain', decision: 'Decision', decidedBy: 'Verified by', decidedAt: 'Verified',
  search: 'Name or credit code', empty: 'No corrections', emptyHint: 'Enterprises ask for them at their gateway: services of the brain, your enterprise’s record',
  states: { waiting: 'To be verified', accepted: 'Accepted', refused: 'Refused' },
  asked: 'What the enterprise says', reason: 'Grounds', evidence: 'Evidence', download: 'Download (recorded)', noFile: 'No file', look: 'Enterprise',
  said: 'What each source says now', saidHint: 'The newest word of each source on this attribute, and which holds', provider: 'Source', saidValue: 'Says', asOf: 'As of', standing: 'Holds', noneSaid: 'No source has said anything of this',
  standings: { holds: 'Holds', agrees: 'Says the same', outranked: 'Lower rank', stale: 'Too old', fresher: 'Older than what holds', later_delivery: 'Same day, came first' },
  accept: 'Accept', refuse: 'Refuse', acceptMessage: '“{title}” of {name} becomes “{value}” in the master data. Say what you checked', refuseMessage: 'Say why; the enterprise will read it', done: 'Done',
}
