/** Topic of messages that say that a paper waits for an organisation. */
export const paperWaits = 'paper-waits';

/** Topic of messages that say that a notice waits for the people of an agency. */
export const agencyWord = 'agency-word';

/** Topic of messages that say that a measure waits for the body which carries it out. */
export const taskWaits = 'measure-task';
