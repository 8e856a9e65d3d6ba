import { instant, type JsonValue } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { Entry, Journal } from '../port/journal.ts';
import { batchStream, findBatchEntry, toBatches } from './batch-entry.ts';

const counts = { read: 1, recorded: 1, known: 0, setAside: 0, droppedCells: 0, refused: 0 };

function entry(position: number, stream: string, kind: string, payload: JsonValue): Entry {
  return {
    ...{ id: `id-${position}`, home: 'agency', stream, seq: 1, position, kind, payload },
    ...{ recordedAt: instant(position), purpose: 'intake', basis: [], commitment: 'c' },
    actor: { official: 'o', agency: 'a', role: 'r' },
  };
}

function batch(position: number, batchId: string, stream = batchStream(batchId)): Entry {
  const file = { item: 'i', fileHash: 'h', fileName: 'f.csv', mapping: 'm' };
  return entry(position, stream, 'batch@1', { batchId, ...file, counts });
}

/** A journal of one home that notes how many entries it has handed out. */
function journalOf(entries: readonly Entry[]): Pick<Journal, 'entriesOf'> & { read: number } {
  return {
    read: 0,
    entriesOf(_home, { stream } = {}) {
      const found = entries.filter((one) => stream === undefined || one.stream === stream);
      this.read += found.length;
      return Promise.resolve(found);
    },
  };
}

describe('the entry of a batch', () => {
  it('is found without reading those of the others', async () => {
    const many = Array.from({ length: 500 }, (_, index) => batch(index + 1, `b${index}`));
    const journal = journalOf(many);
    expect((await findBatchEntry(journal, 'agency', 'b321'))?.entry.position).toBe(322);
    expect(journal.read).toBe(1);
  });

  it('is found among those that share a stream, where it was written so', async () => {
    const old = ['one', 'two'].map((batchId, index) => batch(index + 1, batchId, 'batches'));
    const journal = journalOf([...old, batch(3, 'three')]);
    expect((await findBatchEntry(journal, 'agency', 'two'))?.entry.position).toBe(2);
    expect((await findBatchEntry(journal, 'agency', 'three'))?.entry.position).toBe(3);
  });

  it('is not there for an id that no batch has', async () => {
    const journal = journalOf([batch(1, 'one')]);
    expect(await findBatchEntry(journal, 'agency', 'two')).toBeUndefined();
  });

  it('is told from all else that lies with an agency, in the order of the journal', () => {
    const all = [entry(1, 'agency', 'agency@1', {}), batch(2, 'one'), batch(3, 'two')];
    expect(toBatches(all).map((found) => found.batch.batchId)).toEqual(['one', 'two']);
  });
});
