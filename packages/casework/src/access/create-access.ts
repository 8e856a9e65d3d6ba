import {
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  preparseSchema,
  statefulIsAuthorized,
  validate,
  type EntityJson,
  type PolicyJson,
} from '@cedar-policy/cedar-wasm/nodejs';
import { problem } from '@credence/domain';
import { sha256Hex } from '@credence/proof';

import { CaseworkError } from '../casework-error.ts';
import { isPurpose, type AccessControl, type Decision, type Denial } from './access.ts';
import type { Resource } from './access.ts';
import { operations, type Operation } from './operation.ts';
import { principalEntity } from './principal-entity.ts';
import type { KnownPrincipal, Principal } from './principal.ts';

/** The policies as text; reading them from a folder is not casework's affair. */
export interface PolicyText {
  readonly schema: string;
  /** Text of each file by its name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Opens the policies. What they say is checked once, here; deciding only evaluates.
 *
 * @throws CaseworkError `policies-unusable` with everything that is wrong with them
 */
export function createAccess(
  text: PolicyText,
  onDenied: (denial: Denial) => void = () => undefined,
): AccessControl {
  const parsed = readPolicies(text);
  const faults = [...parsed.faults, ...findFaults(text.schema, parsed.policies)];
  if (faults.length > 0) {
    throw new CaseworkError('policies-unusable', `The policies are refused: ${faults.join('; ')}`);
  }
  const id = sha256Hex(`${text.schema}\n${JSON.stringify(Object.entries(parsed.policies))}`);
  preparseSchema(id, text.schema);
  preparsePolicySet(id, { staticPolicies: parsed.policies });
  return {
    allows(principal, operation, resource, purpose) {
      if (principal.kind === 'anonymous') return false;
      return evaluate(id, { principal, operation, resource, purpose }) === 'granted';
    },
    decide(principal, operation, resource, purpose): Decision {
      if (principal.kind === 'anonymous') {
        onDenied(denialOf({ principal, operation, resource, purpose, why: 'policy' }));
        return { kind: 'refused', problem: problem('sign-in-required', {}) };
      }
      const answer = isPurpose(purpose)
        ? evaluate(id, { principal, operation, resource, purpose })
        : 'denied';
      if (answer === 'granted') return { kind: 'granted' };
      const why = answer === 'denied' ? 'policy' : 'fault';
      onDenied(denialOf({ principal, operation, resource, purpose, why }));
      return { kind: 'refused', problem: problem('not-permitted', { operation, purpose }) };
    },
  };
}

interface Question {
  readonly principal: KnownPrincipal;
  readonly operation: Operation;
  readonly resource: Resource;
  readonly purpose: string;
}

/** Anything the engine says besides a clean answer is no answer. */
function evaluate(id: string, asked: Question): 'granted' | 'denied' | 'fault' {
  const who = principalEntity(asked.principal);
  const what = resourceEntity(asked.resource);
  try {
    const answer = statefulIsAuthorized({
      principal: who.uid,
      action: { type: 'Action', id: asked.operation },
      resource: what.uid,
      context: { purpose: asked.purpose },
      preparsedSchemaName: id,
      preparsedPolicySetId: id,
      validateRequest: true,
      entities: [who, what],
    });
    // A principal that the schema does not allow for the operation fails validation: refused too.
    if (answer.type === 'failure') return isNotApplicable(answer.errors) ? 'denied' : 'fault';
    const { decision, diagnostics } = answer.response;
    if (answer.warnings.length > 0 || diagnostics.errors.length > 0) return 'fault';
    return decision === 'allow' ? 'granted' : 'denied';
  } catch {
    return 'fault';
  }
}

function isNotApplicable(errors: readonly { readonly message: string }[]): boolean {
  return errors.every(({ message }) => /is not valid for/.test(message));
}

function resourceEntity({ kind, home, agency, owner, region }: Resource): EntityJson {
  return {
    uid: { type: 'Thing', id: `${kind}/${home ?? agency ?? owner ?? ''}` },
    attrs: {
      kind,
      ...(home === undefined ? {} : { home }),
      ...(agency === undefined ? {} : { agency }),
      ...(owner === undefined ? {} : { owner }),
      ...(region === undefined ? {} : { region }),
    },
    parents: [],
  };
}

function denialOf(asked: {
  readonly principal: Principal;
  readonly operation: Operation;
  readonly resource: Resource;
  readonly purpose: string;
  readonly why: Denial['why'];
}): Denial {
  const { principal, operation, resource, why } = asked;
  return {
    operation,
    principal: principal.kind,
    ...('account' in principal ? { account: principal.account } : {}),
    ...('agency' in principal ? { agency: principal.agency } : {}),
    resource: resource.kind,
    // Free text of a caller never reaches a log.
    purpose: isPurpose(asked.purpose) ? asked.purpose : 'unknown',
    why,
  };
}

interface ReadPolicies {
  readonly policies: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
}

/** Every policy by its own id, and what is wrong with its marks. */
function readPolicies({ files }: PolicyText): ReadPolicies {
  const policies: Record<string, string> = {};
  const faults: string[] = [];
  for (const [name, content] of files) {
    const parts = policySetTextToParts(content);
    if (parts.type === 'failure') {
      faults.push(...parts.errors.map(({ message }) => `${name}: ${message}`));
      continue;
    }
    if (parts.policy_templates.length > 0) faults.push(`${name}: templates are not used here`);
    for (const policy of parts.policies) {
      const annotations = jsonOf(policy)?.annotations ?? {};
      const { id = '', basis = '' } = annotations;
      if (id === '') faults.push(`${name}: a policy without @id: ${policy.slice(0, 60)}`);
      else if (id in policies) faults.push(`${name}: @id("${id}") is used twice`);
      if (!/^[\w.-]+#[\w.-]+(; [\w.-]+#[\w.-]+)*$/.test(basis)) {
        faults.push(`${name}: ${id} has @basis("${basis}"), not source#article; source#article`);
      }
      policies[id] = policy;
    }
  }
  return { policies, faults };
}

function findFaults(schema: string, policies: Readonly<Record<string, string>>): readonly string[] {
  const checked = validate({ schema, policies: { staticPolicies: policies } });
  if (checked.type === 'failure') return checked.errors.map(({ message }) => message);
  // It may call itself a success beside listed errors: any of them refuses.
  const listed = [...checked.validationErrors, ...checked.validationWarnings];
  return [
    ...listed.map(({ policyId, error }) => `${policyId}: ${error.message}`),
    ...checked.otherWarnings.map(({ message }) => message),
    ...operationsWithoutPolicy(policies).map((operation) => `no policy names ${operation}`),
  ];
}

function operationsWithoutPolicy(policies: Readonly<Record<string, string>>): readonly Operation[] {
  const named = new Set(Object.values(policies).flatMap((policy) => permittedActions(policy)));
  return operations.filter((operation) => !named.has(operation));
}

/** The operations a permit names one by one; a permit for all of them names none. */
function permittedActions(policy: string): readonly string[] {
  const json = jsonOf(policy);
  if (json?.effect !== 'permit') return [];
  const { action } = json;
  if (action.op === '==' && 'entity' in action) return [idOf(action.entity)];
  if (action.op !== 'in') return [];
  return 'entities' in action ? action.entities.map(idOf) : [idOf(action.entity)];
}

function jsonOf(policy: string): PolicyJson | undefined {
  const answer = policyToJson(policy);
  return answer.type === 'success' ? answer.json : undefined;
}

function idOf(uid: { readonly id: string } | { readonly __entity: { readonly id: string } }) {
  return '__entity' in uid ? uid.__entity.id : uid.id;
}
