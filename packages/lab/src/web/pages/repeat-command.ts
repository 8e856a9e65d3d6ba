import type { LabRun } from '../state/run-shelf.ts';

/** The command that gives the same bytes again; a variant is a file beside it. */
export function repeatCommand({ order }: LabRun): string {
  const { regimes, size, experiment } = order;
  const { agents, months, seed, replicates, society } = size;
  const scale = `--agents ${agents} --months ${months} --seed ${seed} --replicates ${replicates}`;
  const where = society === undefined ? '' : ` --society ${society}`;
  if (experiment !== undefined) {
    return `credence-lab sweep packages/lab/experiments/${experiment}.yaml ${scale}${where}`;
  }
  const names = regimes.map(({ id, text }) => (text === undefined ? id : `${id}.yaml`));
  const command = names.length === 1 ? 'run' : 'compare';
  return `credence-lab ${command} ${names.join(' ')} ${scale}${where}`;
}
