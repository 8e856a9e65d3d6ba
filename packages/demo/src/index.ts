export type { AgencyCode, Item } from './city/agencies.ts';
export {
  auditOffice,
  demoOfficials,
  demoPeople,
  demoRegisterAgency,
  type DemoPerson,
} from './city/people.ts';
export { demoPlaces } from './city/region.ts';
export type { BrokenFile } from './file/broken-files.ts';
export type { DemoFile } from './file/demo-file.ts';
export {
  demoEdition,
  writeDemoCity,
  type DemoAgency,
  type DemoManifest,
  type DemoOrder,
} from './write-demo-city.ts';
