import { civilDate } from '@credence/domain';
import { checkEdition, editionToJson } from '@credence/rulebook';
import { readEditionFolder } from '/work/main/packages/cli/src/rulebook-folder.ts';
import { openSourceFile, createNameKeys } from '/work/main/packages/exchange/src/index.ts';
import { FakeStore } from '/work/main/packages/casework/src/fake-ports.test-support.ts';
import { createCasework } from '/work/main/packages/casework/src/create-casework.ts';
const o = checkEdition(readEditionFolder('/work/main/rulebooks/us-sf-food-2017'));
if (o.kind!=='loaded') throw new Error('x');
const store = new FakeStore();
const c = createCasework({ journal: store.journal, register: store.register, staging: {...store.staging, stage: async()=>{}, inspect: ()=>Promise.resolve({fresh:0,known:0,conflicts:[]})}, nameKeys: createNameKeys(), clock: () => store.now, uuid: store.uuid, salt: store.salt, today: civilDate('2017-07-01')});
store.project = (e) => c.project(e);
const a = [{official:'a',role:'r',on:civilDate('2017-01-01')},{official:'b',role:'r',on:civilDate('2017-01-01')}];
await c.promulgate(editionToJson(o.edition), a);
for (const n of [1,2]) {
const s = await openSourceFile('/work/shared/data/san-francisco-inspections/violations.csv');
if (s.kind!=='opened') throw new Error(JSON.stringify(s));
const t=performance.now();
const r = await c.importFile({file:s.file,item:'violation',source:'sfdph',mapping:'sf-violations',dryRun:true,actor:{official:'a',agency:'x',role:'r'}});
console.log(performance.now()-t, r.kind);
}
