import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Register } from './generate-register.ts';

/** Another engine, ready to decide about some organisations. */
export interface PreparedPeer {
  /** Fills in the results of the organisations, the first one first. */
  readonly run: (results: Int32Array) => void | Promise<void>;
  readonly close?: () => void;
}

/** Another engine of the benchmark. */
export interface Peer {
  /** Its package. */
  readonly name: string;
  /** What has to be said beside its figure. */
  readonly note: string;
  /** So many organisations; slow engines get few. */
  readonly organisations: number;
  readonly prepare: (loaded: unknown, register: Register, organisations: number) => PreparedPeer;
}

/** A package that was found, with its version. */
export interface LoadedPackage {
  readonly version: string;
  readonly exports: unknown;
}

/**
 * Loads the package of a peer from a folder given for peers, else from where this program runs;
 * undefined where it is in neither. Peers are no dependencies of the program.
 */
export async function loadPeer(
  name: string,
  folder: string | undefined,
): Promise<LoadedPackage | undefined> {
  const places = [
    ...(folder === undefined ? [] : [pathToFileURL(join(folder, 'peers.js'))]),
    import.meta.url,
  ];
  for (const place of places) {
    const require = createRequire(place);
    try {
      const path = require.resolve(name);
      return { version: versionOf(path, name), exports: await import(pathToFileURL(path).href) };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return undefined;
}

/** A member of what a package exports, also of a default export. */
export function memberOf(exports: unknown, name: string): unknown {
  if (typeof exports !== 'object' || exports === null) return undefined;
  const found: unknown = Reflect.get(exports, name);
  return found ?? memberOf(Reflect.get(exports, 'default'), name);
}

function versionOf(path: string, name: string): string {
  const root = path.slice(0, path.lastIndexOf(name) + name.length);
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return String(memberOf(manifest, 'version'));
}

function isMissing(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}
