/** A small sequential generator (sfc32), as a hand-written simulation would use. */
function createSfc(seed: number): () => number {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 15; warm += 1) next();
  return next;
}

/** The inspection model as one loop over typed arrays: share listed, and violations in the last month. */
export function runInspectionByHand(
  agents: number,
  months: number,
  seed: number,
): { listed: number; violations: number } {
  const random = createSfc(seed);
  const cost = Float64Array.from({ length: agents }, random);
  const left = new Uint8Array(agents);
  let [listed, violations] = [0, 0];
  for (let month = 0; month < months; month += 1) {
    [listed, violations] = [0, 0];
    for (let i = 0; i < agents; i += 1) {
      const months = left[i] ?? 0;
      const p = months > 0 ? 0.4 : 0.05;
      const [shock, selection, detection] = [random(), random(), random()];
      const violates = (cost[i] ?? 0) * (0.5 + shock) >= p * 4;
      if (violates) violations += 1;
      if (months > 0) listed += 1;
      const caught = selection < p && detection < (violates ? 0.9 : 0.02);
      left[i] = caught ? 11 : months > 0 ? months - 1 : 0;
    }
  }
  return { listed: listed / agents, violations: violations / agents };
}

interface SchellingPlan {
  readonly side: number;
  readonly agents: number;
  readonly radius: number;
  readonly wanted: number;
  readonly steps: number;
  readonly seed: number;
}

/** Schelling's model as one loop over typed arrays: how many are happy in the last step. */
export function runSchellingByHand(plan: SchellingPlan): number {
  const { side, agents, radius, wanted } = plan;
  const random = createSfc(plan.seed);
  const places = Uint32Array.from({ length: side * side }, (_, index) => index);
  shuffle(places, random);
  const cells = new Uint8Array(side * side);
  const cell = places.slice(0, agents);
  const empty = places.slice(agents);
  const order = Uint32Array.from({ length: agents }, (_, index) => index);
  for (let i = 0; i < agents; i += 1) cells[cell[i] ?? 0] = i < agents / 2 ? 1 : 2;
  let happy = 0;
  for (let step = 0; step < plan.steps; step += 1) {
    happy = 0;
    shuffle(order, random);
    for (let turn = 0; turn < agents; turn += 1) {
      const i = order[turn] ?? 0;
      const at = cell[i] ?? 0;
      const own = cells[at] ?? 0;
      const row = Math.floor(at / side);
      const column = at - row * side;
      const right = Math.min(side - 1, column + radius);
      const bottom = Math.min(side - 1, row + radius);
      let alike = -1;
      for (let y = Math.max(0, row - radius); y <= bottom; y += 1) {
        for (
          let place = y * side + Math.max(0, column - radius);
          place <= y * side + right;
          place += 1
        ) {
          if (cells[place] === own) alike += 1;
        }
      }
      if (alike >= wanted) {
        happy += 1;
        continue;
      }
      const choice = Math.floor(random() * empty.length);
      const to = empty[choice] ?? 0;
      cells[at] = 0;
      cells[to] = own;
      cell[i] = to;
      empty[choice] = at;
    }
  }
  return happy / agents;
}

function shuffle(list: Uint32Array, random: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = kept;
  }
}
