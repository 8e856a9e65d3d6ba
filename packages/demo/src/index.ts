export type { AgencyCode, Item } from './city/agencies.ts';
export { demoOfficials, demoPeople, type DemoPerson } from './city/people.ts';
export type { BrokenFile } from './file/broken-files.ts';
export type { DemoFile } from './file/demo-file.ts';
export {
  demoEdition,
  writeDemoCity,
  type DemoAgency,
  type DemoManifest,
  type DemoOrder,
} from './write-demo-city.ts';
