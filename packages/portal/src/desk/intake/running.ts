/** Work on an upload that goes on while pages are asked for. */
interface Running {
  readonly what: 'check' | 'take';
  rowsRead: number;
  readonly done: Promise<unknown>;
}

/** What a page can say about work that is not finished. */
export type Progress = Pick<Running, 'what' | 'rowsRead'>;

/**
 * One piece of work at a time for each upload: whoever asks for it again joins it. It lives in this
 * process; where the process ends the upload still waits, and the work begins again when asked for.
 */
export interface RunningWork {
  progress(id: string): Progress | undefined;
  /** Begins the work, or joins what runs; afterwards the upload says what became of it. */
  start(
    id: string,
    what: Running['what'],
    work: (onProgress: (rowsRead: number) => void) => Promise<unknown>,
  ): Promise<unknown>;
}

const shared: WeakMap<object, RunningWork> = new WeakMap();

/** The work on one register, whichever language it is asked about in. */
export function runningWorkOf(services: object): RunningWork {
  const known = shared.get(services) ?? createRunningWork();
  shared.set(services, known);
  return known;
}

function createRunningWork(): RunningWork {
  const running = new Map<string, Running>();
  return {
    progress: (id) => running.get(id),
    start(id, what, work) {
      const joined = running.get(id);
      if (joined !== undefined) return joined.done;
      const begun: Running = {
        what,
        rowsRead: 0,
        done: work((rowsRead) => {
          begun.rowsRead = rowsRead;
        }).finally(() => running.delete(id)),
      };
      running.set(id, begun);
      return begun.done;
    },
  };
}

/** Whether the work ends in time; a failure counts as an end and is thrown. */
export async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
