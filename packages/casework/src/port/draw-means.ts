import type { BeaconChain, BeaconRound } from '@credence/proof';

/** The key of verifiable draws and the register's own trial beacon; secrets never leave it. */
export interface DrawMeans {
  /** Public half of the key of the verifiable random function, hexadecimal. */
  readonly vrfKey: string;
  prove(alpha: Uint8Array): Uint8Array;
  /** The trial beacon: its keeper is this register, and pages say so. */
  readonly chain: BeaconChain;
  /** What the trial beacon publishes in a round; the caller sees to it that its time has come. */
  roundOf(round: number): BeaconRound;
}
