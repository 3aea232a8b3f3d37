/** Words of recognition, at a factory, a brain and the centre. */
export default {
  provisional: 'Provisional: the official procedure and indicators are not published; steps, terms and numbers follow them once they are',
  states: {
    submitted: 'Submitted', reviewing: 'Under review', supplementing: 'Supplement asked', reviewed: 'Reviewed', checking: 'Site check arranged', checked: 'Site checked', recommended: 'Recommended', recognised: 'Recognised', refused: 'Refused', withdrawn: 'Withdrawn', revoked: 'Revoked',
    waiting: 'To be decided', returned: 'Returned',
  },
  steps: {
    submit: 'Submitted', accept: 'Accept', ask_supplement: 'Ask for a supplement', supplement: 'Supplement', review: 'Finish the review', arrange_check: 'Arrange a site check', record_check: 'Record the site check', recommend: 'Recommend to the centre', decline: 'Decline',
    return: 'Returned by the centre', recognise: 'Recognised by the centre', refuse: 'Refused by the centre', withdraw: 'Withdrawn', revoke: 'Revoked',
  },
  factory: 'Factory', set: 'Indicator set', total: 'Own score', level: 'Own level', state: 'State', recheckOf: 'Yearly re-check', submittedAt: 'Submitted', changedAt: 'Last change', brain: 'Recommended by', recommendedAt: 'Recommended', certificate: 'Certificate', search: 'Factory or credit code', certificateSearch: 'Factory, number or credit code',
  progress: 'Progress', progressHint: 'Who did what and when', step: 'Step', at: 'Time', by: 'By', words: 'Remarks', on: 'Day of the check',
  content: { title: 'Application', hint: 'Answers and their basis as submitted; files stay at the factory and are compared by digest on site', statement: 'Statement', digest: 'Digest of the assessment (SM3)', submittedAt: 'Assessment submitted', unanswered: 'Indicators not answered', dimension: 'Dimension', weight: 'Weight', points: 'Points', answers: 'Answers', indicator: 'Indicator', answer: 'Answer', basis: 'Basis', reason: 'Why not as the fact', proofs: 'Evidence', verdict: 'Finding of the brain', confirmed: 'Confirmed', questioned: 'Questioned' },
  own: {
    title: 'Recognition', one: 'An application', subtitle: 'Apply with a submitted self-assessment; the brain reviews, checks on site and recommends, the provincial centre decides', apply: 'Apply', recheck: 'Apply for the yearly re-check', assessment: 'Which assessment', assessmentHint: 'Submitted ones only', statement: 'Statement', statementHint: 'The factory in short, and that a site check is welcome', preview: 'See what would leave', previewTitle: 'This would leave', leaves: '{answers} answers and the names and digests of {proofs} pieces of evidence; no files leave',
    empty: 'No applications yet', emptyHint: 'First finish and submit a self-assessment', assess: 'Assess', by: 'Applicant', at: 'Applied', number: 'Certificate', validUntil: 'Valid until', sending: 'On its way to the brain', waiting: 'Sent, waiting for the brain: {kind}',
    supplement: 'Supplement', supplementMessage: 'Say what you add; show files on site', withdraw: 'Withdraw', withdrawMessage: 'Possible until the provincial centre has decided', sent: 'Sent', certificate: 'Certificate (provisional)', issuer: 'Issued by', download: 'Download', verified: 'Signature verified', firstOn: 'First recognised',
    next: 'The brain asks for a supplement: see the remarks below',
  },
  cases: { title: 'Recognition', one: 'An application', subtitle: 'Applications of factories: accept, review, check on site, recommend; the factory always sees where it stands', empty: 'No applications', emptyHint: 'Linked factories apply at their gateway', next: 'Next step', findings: 'Findings', findingsHint: 'Not chosen means confirmed; say why where you question', remark: 'Remark', done: 'Done, the factory is told', look: 'Link of the factory' },
  centre: {
    title: 'Recognition', one: 'A recommendation', subtitle: 'Factories that brains recommend; recognised, they hold a certificate for a year, then a re-check', empty: 'No recommendations', emptyHint: 'Brains recommend after review and site check', decide: 'Decide', recognise: 'Recognise', refuse: 'Refuse', return: 'Return', message: 'Decision and reasons go to the brain and the factory', done: 'Sent',
    decision: 'Decision', decidedBy: 'Decided by', decidedAt: 'Decided', certificates: 'Certificates', number: 'Number', firstOn: 'First recognised', validUntil: 'Valid until', status: 'Status', statuses: { valid: 'Valid', due: 'Re-check due', expired: 'Expired', revoked: 'Revoked' }, noCertificates: 'No certificates yet', revoke: 'Revoke', revokeMessage: 'The brain and the factory are told at once', byBrain: 'By brain', waiting: 'To be decided', noBrains: 'None recognised yet',
  },
}
