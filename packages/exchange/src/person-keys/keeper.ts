import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { NamedPlace, PersonPlace } from '@credence/casework';

import type { KeeperAnswer, KeeperQuestion } from './keeper-messages.ts';

/**
 * Operator settings. Numbers can be guessed, being few; whoever has taken over the server gets no
 * further than these a minute. A pass lasts no longer than a working day's sign-in.
 */
const numbersPerMinute = 30;
const minuteMs = 60_000;
const passMs = 9 * 60 * minuteMs;

interface Passed {
  /** What stands for the number in this process; the number itself is gone. */
  readonly person: Buffer;
  readonly until: number;
}

/** What the process that has the secret answers; `now` never runs backwards. */
export function createKeeper(
  secret: Buffer,
  now: () => number,
): (question: KeeperQuestion) => KeeperAnswer {
  const passes = new Map<string, Passed>();
  let asked: readonly number[] = [];
  const personOf = (number: string): Buffer => hmac(secret, `person\n${number}`);
  const isTooOften = (): boolean => {
    const at = now();
    asked = asked.filter((before) => at - before < minuteMs);
    if (asked.length >= numbersPerMinute) return true;
    asked = [...asked, at];
    return false;
  };
  const passed = (pass: string): Buffer | undefined => {
    const at = now();
    for (const [old, { until }] of passes) if (until <= at) passes.delete(old);
    return passes.get(pass)?.person;
  };
  return (question) => {
    switch (question.ask) {
      case 'admit': {
        if (isTooOften()) return { kind: 'refused', because: 'too-often' };
        const pass = randomBytes(32).toString('base64url');
        passes.set(pass, { person: personOf(question.number), until: now() + passMs });
        return { kind: 'text', text: pass };
      }
      case 'blind': {
        if (isTooOften()) return { kind: 'refused', because: 'too-often' };
        const key = keyOf(personOf(question.number), question.place);
        return { kind: 'text', text: key.toString('base64url') };
      }
      case 'knows':
        return { kind: 'flags', flags: [passed(question.pass) !== undefined] };
      case 'match': {
        const person = passed(question.pass);
        if (person === undefined) return { kind: 'refused', because: 'pass-over' };
        return { kind: 'flags', flags: question.places.map((place) => isKeyOf(person, place)) };
      }
    }
  };
}

/** Another one in every case, and in every authority: no two can be told to be one person's. */
function keyOf(person: Buffer, { agency, caseId }: PersonPlace): Buffer {
  return hmac(person, JSON.stringify([agency, caseId]));
}

function isKeyOf(person: Buffer, place: NamedPlace): boolean {
  const given = Buffer.from(place.key, 'base64url');
  const own = keyOf(person, place);
  return given.length === own.length && timingSafeEqual(given, own);
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
