export type { AgencyCode, Item } from './city/agencies.ts';
export { actsAs as demoActsAs, offices as demoOffices } from './city/offices.ts';
export {
  demoOfficials,
  demoPeople,
  demoRegisterAgency,
  mandateEnds,
  type DemoPerson,
} from './city/people.ts';
export { demoDutyOffice } from './duty/demo-duties.ts';
export { demoContracts } from './contract/demo-contracts.ts';
export { demoLife, demoLifeOffice } from './life/demo-life.ts';
export type { BrokenFile } from './file/broken-files.ts';
export type { DemoFile } from './file/demo-file.ts';
export type { Known, Play, PlayStep } from './procedure/play.ts';
export { crowdPlays, demoCrowd, type Crowd } from './procedure/crowd-plays.ts';
export { demoPlays } from './procedure/plays.ts';
export {
  demoEdition,
  writeDemoCity,
  type DemoAgency,
  type DemoManifest,
  type DemoOrder,
} from './write-demo-city.ts';
