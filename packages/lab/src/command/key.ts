import type { Command } from 'commander';

import { makeLabKey } from '../report/lab-key.ts';
import type { LabTerminal } from './terminal.ts';

const words = {
  zh: (path: string, keyId: string, publicKey: string) =>
    `已写入 ${path}，只有所有者可以读取。编号 ${keyId}\n请登记系统的运维人员在 CREDENCE_LAB_KEYS 中列入公钥：\n${publicKey}\n`,
  en: (path: string, keyId: string, publicKey: string) =>
    `Written to ${path}, for its owner alone. Its id is ${keyId}.\nThe operator of a register lists the public key in CREDENCE_LAB_KEYS:\n${publicKey}\n`,
};

/** `credence-lab key new FILE`: the key that signs statements. */
export function addKeyCommand(program: Command, terminal: LabTerminal): void {
  program
    .command('key')
    .description('the key that signs statements')
    .command('new')
    .description('make an Ed25519 key and print the half that registers list')
    .argument('<file>', 'where to write it; nothing is written over')
    .action((file: string) => {
      const { keyId, publicKey } = makeLabKey(file);
      terminal.out(words[terminal.language](file, keyId, publicKey));
    });
}
