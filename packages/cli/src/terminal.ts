import type { Language } from '@credence/domain';

/** Where a command speaks: a real terminal, or the far end of the owner's socket. */
export interface Terminal {
  readonly cwd: string;
  readonly language: Language;
  /** Progress bars are drawn only where someone watches. */
  readonly isTty: boolean;
  readonly columns: number;
  out(text: string): void;
  err(text: string): void;
}

/** The four ends of a command: done, refused or with findings, wrong use, defect or unavailable. */
export const exits = { done: 0, refused: 1, wrongUse: 2, defect: 3 } as const;

/** A command that cannot go on says why and ends; what it did not say was not done. */
export class CommandRefusal extends Error {
  readonly exit: number;

  constructor(message: string, exit: number = exits.refused) {
    super(message);
    this.name = 'CommandRefusal';
    this.exit = exit;
  }
}

export function line(terminal: Terminal, text = ''): void {
  terminal.out(`${text}\n`);
}
