import type { RunPlace, RunKeeper } from './keep-runs.ts';
import { openThread, type ThreadMember } from './open-thread.ts';
import type { ComparePlan, RegimeVariant, SocietyName } from './plan.ts';
import type { RunOne, RunTeam } from './run-team.ts';
import { runVariant, type VariantRun } from './run-variant.ts';

/** What is to be run, and where it is kept. */
export interface TeamSetup {
  readonly variants: readonly RegimeVariant[];
  readonly plan: ComparePlan;
  readonly society: SocietyName;
  readonly keeper: RunKeeper;
}

/**
 * The world on as many threads as the plan says, this one among them, each with runs of its own. A regime that was not
 * opened from a shipped preset (a draft) cannot cross to another thread; its comparison runs here,
 * and the threads share the agents of one run instead.
 */
export async function openWorldTeam(setup: TeamSetup): Promise<RunTeam> {
  const { variants, plan } = setup;
  const threads = plan.threads ?? 1;
  const isShipped = variants.every(({ preset }) => preset !== undefined);
  if (threads === 1 || !isShipped) {
    return { members: [here(setup, threads)], close: () => Promise.resolve() };
  }
  const opened = await Promise.allSettled(
    Array.from({ length: threads - 1 }, () => openThread(variants, plan.months)),
  );
  const members = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const close = async (): Promise<void> => {
    await Promise.all(members.map((member) => member.close()));
  };
  const failed = opened.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  return { members: [here(setup, 1), ...members.map((each) => elsewhere(setup, each))], close };
}

function here(setup: TeamSetup, threads: number): RunOne {
  return async (place, onMonth) => {
    const variant = setup.variants[place.variant];
    if (variant === undefined)
      throw new RangeError(`There is no variant ${String(place.variant)}.`);
    const { signal } = setup.plan;
    return runVariant(variant, runOf(setup, place, threads), {
      ...{ onMonth },
      ...(signal === undefined ? {} : { signal }),
    });
  };
}

function elsewhere(setup: TeamSetup, member: ThreadMember): RunOne {
  return (place, onMonth) => {
    const { signal } = setup.plan;
    return member.run({ variant: place.variant, run: runOf(setup, place, 1) }, { onMonth, signal });
  };
}

function runOf({ plan, society, keeper }: TeamSetup, place: RunPlace, threads: number): VariantRun {
  const { agents, months, seed } = plan;
  const checkpoint = keeper.checkpointOf(place);
  return {
    ...{ agents, months, seed, society, threads, replicate: place.replicate },
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
}
