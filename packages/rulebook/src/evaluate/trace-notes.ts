import type { Rule } from '../language/program.ts';
import type { Span } from '../language/tree.ts';
import { notedNodes, type NotedNode } from './noted-nodes.ts';
import type { CapTrace, ChoiceTrace, RecordsTrace } from './program-trace.ts';
import type { Note } from './value.ts';

/** What the notes of a rule say, as its step in the trace has it. */
export interface WrittenNotes {
  readonly records: readonly RecordsTrace[];
  readonly caps: readonly CapTrace[];
  readonly choices: readonly ChoiceTrace[];
}

/** Writes the notes of one rule. */
export type NoteWriter = (notes: readonly Note[]) => WrittenNotes;

/** A writer of notes; what never differs is put together once. */
export function createNoteWriter(rule: Rule): NoteWriter {
  const nodes = notedNodes(rule).map(describe);
  return (notes) => {
    const records: RecordsTrace[] = [];
    const caps: CapTrace[] = [];
    const choices: ChoiceTrace[] = [];
    for (const note of notes) {
      const head = nodes[note.node];
      if (head === undefined) throw new RangeError(`Rule "${rule.name}" has no node ${note.node}.`);
      const { node, part, span, collection } = head;
      switch (note.kind) {
        case 'records': {
          const { value, counted, excluded } = note;
          records.push({ node, part, span, collection, value, counted, excluded });
          break;
        }
        case 'cap': {
          const { raw, limit } = note;
          caps.push({ node, part, span, raw, limit, applied: raw > limit });
          break;
        }
        case 'test':
          choices.push({ node, part, span, row: note.row });
          break;
      }
    }
    return { records, caps, choices };
  };
}

interface NodeHead {
  readonly node: number;
  readonly part: string;
  readonly span: Span;
  readonly collection: string;
}

function describe({ part, expression }: NotedNode, node: number): NodeHead {
  const { start, end } = expression.span;
  return {
    node,
    part: part.of === 'value' ? 'value' : `${part.of}:${part.exception}`,
    span: { start, end },
    collection: 'records' in expression ? expression.records.collection : '',
  };
}
