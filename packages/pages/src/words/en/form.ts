export const form = {
  errors_one: 'One entry needs a change',
  errors_other: '{{n}} entries need a change',
  errorPrefix: 'Error:',
  notLost: 'Nothing you entered is lost.',
  nothingSaved: 'Nothing was saved.',
  reference: 'Reference {{reference}}',
  whatInstead: 'What can be done instead',
} as const;
