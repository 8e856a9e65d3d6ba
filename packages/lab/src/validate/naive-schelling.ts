import { createRandom } from '@credence/domain';

interface Agent {
  readonly group: number;
  place: Cell;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  agent: Agent | undefined;
}

/** Schelling's model written anew with objects, in no haste, to hold against the other. */
export function runNaiveSchelling(plan: {
  readonly side: number;
  readonly agents: number;
  readonly radius: number;
  readonly wanted: number;
  readonly steps: number;
  readonly seed: number;
}): readonly number[] {
  const random = createRandom(plan.seed, 'naive schelling');
  const cells: Cell[] = [];
  for (let x = 0; x < plan.side; x += 1) {
    for (let y = 0; y < plan.side; y += 1) cells.push({ x, y, agent: undefined });
  }
  const agents = random
    .shuffle(cells)
    .slice(0, plan.agents)
    .map((place, index): Agent => {
      const agent = { group: index % 2, place };
      place.agent = agent;
      return agent;
    });
  const neighbours = (place: Cell): Agent[] => {
    const near: Agent[] = [];
    for (let dx = -plan.radius; dx <= plan.radius; dx += 1) {
      for (let dy = -plan.radius; dy <= plan.radius; dy += 1) {
        const [x, y] = [place.x + dx, place.y + dy];
        const isInside = x >= 0 && y >= 0 && x < plan.side && y < plan.side;
        const found = isInside ? cells[x * plan.side + y]?.agent : undefined;
        if (found !== undefined && (dx !== 0 || dy !== 0)) near.push(found);
      }
    }
    return near;
  };
  return Array.from({ length: plan.steps }, () => {
    let happy = 0;
    for (const agent of random.shuffle(agents)) {
      const alike = neighbours(agent.place).filter(({ group }) => group === agent.group);
      if (alike.length >= plan.wanted) {
        happy += 1;
        continue;
      }
      const free = random.pick(cells.filter((cell) => cell.agent === undefined));
      agent.place.agent = undefined;
      free.agent = agent;
      agent.place = free;
    }
    return happy;
  });
}
