import type {
  NoticeCasework,
  OwnCasework,
  PersonFileCasework,
  ServiceCasework,
} from '@credence/casework';
import { problem } from '@credence/domain';

const params = { operation: '-', purpose: '-' };
const notPermitted = { kind: 'refused', problem: problem('not-permitted', params) } as const;

const nothing = { kind: 'refused', problems: [notPermitted.problem] } as const;

/** Nobody acts for an organisation of the fixture city. */
export const fixtureOwn: OwnCasework & ServiceCasework & PersonFileCasework & NoticeCasework = {
  giveNotice: () => Promise.resolve(nothing),
  closeNotice: () => Promise.resolve(nothing),
  viewByNotice: () =>
    Promise.resolve({ kind: 'refused', problem: problem('notice-unknown', {}) } as const),
  actByNotice: () => Promise.resolve(nothing),
  lodgeByNotice: () => Promise.resolve(nothing),
  viewPersonFile: () => Promise.resolve(notPermitted),
  findOwnHome: () => Promise.resolve(undefined),
  viewOwnDesk: () => Promise.resolve(notPermitted),
  viewDoor: () => Promise.resolve(notPermitted),
  lodge: () => Promise.resolve(nothing),
  viewListingForm: () => Promise.resolve(notPermitted),
  applyForListing: () => Promise.resolve(nothing),
  openDocument: () => Promise.resolve(notPermitted),
  setServiceConsent: () => Promise.resolve(nothing),
  viewServiceConsent: () => Promise.resolve(nothing),
  listReaderChanges: () => Promise.resolve(notPermitted),
  openReaderChange: () => Promise.resolve(notPermitted),
  writeReaderLetter: () => Promise.resolve(notPermitted),
  tellReaders: () => Promise.resolve(0),
  acknowledgeChange: () => Promise.resolve(notPermitted),
};
