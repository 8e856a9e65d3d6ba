import { claimFolder } from '../../packages/store/src/folder/claim-folder.ts';

// Claims the folder it is given, says what came of it and stays until it is killed.
const folder = process.argv[2] ?? '';
try {
  await claimFolder(folder);
  console.log('open');
} catch (error) {
  console.log(error instanceof Error && 'code' in error ? error.code : error);
}
setInterval(() => undefined, 60_000);
