import type { ColumnType, ColumnView, ColumnViews, TypeOf, WideColumn } from './column.ts';

export type ColumnTypes = Readonly<Record<string, ColumnType | WideColumn>>;
export type Parameters = Readonly<Record<string, number>>;
/** Each purpose of chance has a number of its own, which never changes: it names the draws. */
export type Purposes = Readonly<Record<string, number>>;
/** Counts are whole and exact; sums are compensated and always added in the order of agents. */
export type Observers = Readonly<Record<string, 'count' | 'sum'>>;

/** The fields of a model that has none. */
export type NoFields = Readonly<Record<string, never>>;

export type Views<C extends ColumnTypes> = {
  readonly [Name in keyof C]: ColumnViews[TypeOf<C[Name]>];
};
type Numbers<P> = { readonly [Name in keyof P]: number };
type Sums<O> = { -readonly [Name in keyof O]: number };

/** The types of a model's parts, bundled. */
export interface Kinds {
  columns: ColumnTypes;
  parameters: Parameters;
  fields: ColumnTypes;
  draws: Purposes;
  observers: Observers;
}

/**
 * A stretch of agents, numbered from 0 to `count - 1`, and nothing of any other agent: who works on
 * it cannot disturb another thread. Draws are there for every agent, whether or not one is used.
 */
export interface Slice<K extends Kinds = Kinds> {
  /** The number of the first agent among all. */
  readonly first: number;
  readonly count: number;
  readonly agents: number;
  /** From 0; also 0 at the start. */
  readonly month: number;
  readonly parameters: Numbers<K['parameters']>;
  readonly columns: Views<K['columns']>;
  /** To read only; they change between processes, never within one. */
  readonly fields: Views<K['fields']>;
  readonly draws: { readonly [Name in keyof K['draws']]: Float64Array };
  /** What an observer is told of this month: add to it. */
  readonly sums: Sums<K['observers']>;
}

/** All agents at once, on one thread: markets, queues with few hands, activation one by one. */
export interface Whole<K extends Kinds = Kinds> extends Slice<K> {
  /** A stream of draws for one purpose of this month; the same purpose gives the same stream again. */
  readonly stream: (purpose: keyof K['draws']) => Stream;
  /** The draw of each agent for one purpose of this month, as a process over agents would have it. */
  readonly drawOf: (purpose: keyof K['draws']) => (agent: number) => number;
  /** Ends the run with this month. */
  readonly stop: () => void;
  /** What this run was given to call, by name: only a process over everyone has it. */
  readonly programs: Readonly<Record<string, Program>>;
}

/** A rule from outside the model, such as the grades of a regime; it works on what it is handed. */
export type Program = (month: number, views: Readonly<Record<string, ColumnView>>) => void;

export interface Stream {
  /** Above 0 and below 1. */
  ratio(): number;
  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number;
}

interface ProcessParts {
  readonly name: string;
  /** Once before the first month, or in every month. */
  readonly when: 'start' | 'month';
}

export interface AgentProcess<K extends Kinds = Kinds> extends ProcessParts {
  readonly over: 'agents';
  /** The draws that this process asks for. */
  readonly draws?: readonly (keyof K['draws'])[];
  run(slice: Slice<K>): void;
}

export interface WholeProcess<K extends Kinds = Kinds> extends ProcessParts {
  readonly over: 'everyone';
  run(whole: Whole<K>): void;
}

export type Process<K extends Kinds = Kinds> = AgentProcess<K> | WholeProcess<K>;

/** Some agents of a stretch, each in a month of its own; their entries are numbered from 0. */
export interface Agents {
  readonly count: number;
  /** The agent of each entry, by its number in the stretch. */
  readonly index: Int32Array;
  readonly month: Int32Array;
}

/** What the event kernel must know of the states that agents are in, entry by entry. */
export interface AgentStates {
  /** The probability of an event in each month of the state. */
  readonly chance: Float64Array;
  /** The months after which it ends by itself; UNENDING where it does not. */
  readonly months: Int32Array;
  /** For each observer, in the order they are declared, what it sees in each month, in the mean. */
  readonly means: readonly Float64Array[];
}

/** Longer than any run. */
export const UNENDING = 0x3fff_ffff;

/**
 * The gap process of the event kernel: in each state an event comes every month with the same
 * probability, and the state may end by itself. Agents do not meet, so many are taken at a time.
 */
export interface EventProcess<K extends Kinds = Kinds> {
  /** The purpose that draws the gap to the next event. */
  readonly gap: keyof K['draws'];
  /** The draws that the event itself asks for; they hold those of each entry, not of each agent. */
  readonly draws: readonly (keyof K['draws'])[];
  /** Describes the states the agents are in. */
  state(slice: Slice<K>, agents: Agents, states: AgentStates): void;
  /** So many months of the state passed without an event, at most those it lasts. */
  passes(slice: Slice<K>, agents: Agents, months: Int32Array): void;
  /** A month with the event. */
  happens(slice: Slice<K>, agents: Agents): void;
}

/** Where other threads find a model: the module that exports it, and under which name. */
export interface ModelAddress {
  readonly module: string;
  readonly name: string;
  /** Whether the model is the module's whole folder: the manifest then covers each of its files. */
  readonly folder?: boolean;
}

/** A model as its author declares it. */
export interface Model<K extends Kinds = Kinds> {
  readonly name: string;
  /** Needed for more than one thread. */
  readonly at?: ModelAddress;
  readonly parameters: K['parameters'];
  readonly columns: K['columns'];
  /** Arrays of the whole society: cells of a map, places of a queue, what was announced. */
  readonly fields?: K['fields'];
  /** How long each field is. */
  fieldLengths?(
    parameters: Numbers<K['parameters']>,
    agents: number,
  ): { readonly [Name in keyof K['fields']]: number };
  readonly draws: K['draws'];
  readonly observers: K['observers'];
  readonly processes: readonly Process<K>[];
  readonly events?: EventProcess<K>;
}
