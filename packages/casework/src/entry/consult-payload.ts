import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z
  .custom<CivilDate>((given) => typeof given === 'string' && parseCivilDate(given) !== undefined)
  .meta({ type: 'string', format: 'date' });

/** In which matters an office asks the register. */
export const consultKinds = ['approval', 'tender', 'grant'] as const;

/** The ways in which an application may be dealt with. */
export const consultRoutes = ['ordinary', 'pledge', 'fast'] as const;
export type ConsultRoute = (typeof consultRoutes)[number];

/** What both the office and each organisation are told of the matter. */
const matter = {
  consultationId: z.string(),
  on: day,
  kind: z.enum(consultKinds),
  number: z.string().regex(/\S/).max(80),
  /** `source#article`. */
  basis: z.string().regex(/^[\w.-]+#[\w.-]+$/),
  /** Code of the office that asked. */
  agency: z.string(),
  /** Of an approval: the item that may be decided on a pledge. */
  pledge: z.string().optional(),
  /** Of a tender: the day on which it was announced. */
  announcedOn: day.optional(),
};

const consultation = z
  .strictObject({
    ...matter,
    /** The account that asked, to whom a repeated look on the same day is the same look. */
    account: z.string(),
    /** Hex SHA-256 of the order, by which a repeated request is known for the same. */
    order: z.string(),
    firms: z.array(z.strictObject({ home: z.string(), code: z.string() }).readonly()),
    /** Places of the codes that the register does not know; the codes themselves are not kept. */
    unknown: z.array(z.int().min(1)),
  })
  .readonly();

/** The form of `consultation@1`: one look at many for one matter, in the home of the office. */
export type ConsultationPayload = z.output<typeof consultation>;

const consulted = z.strictObject(matter).readonly();

/** The form of `consulted@1`: the receipt of one organisation, in its own home. */
export type ConsultedPayload = z.output<typeof consulted>;

const route = z
  .strictObject({
    consultationId: z.string(),
    home: z.string(),
    on: day,
    route: z.enum(consultRoutes),
    /** Articles or the card that open it. */
    by: z.string(),
  })
  .readonly();

/** The form of `consultation-route@1`: how the application is dealt with, in both homes. */
export type ConsultationRoutePayload = z.output<typeof route>;

export const consultationKind = 'consultation@1';
export const consultedKind = 'consulted@1';
export const consultationRouteKind = 'consultation-route@1';

/** Every consultation of a home has a stream whose name begins so. */
export const consultationStreams = 'consultation/';

export function consultationStream(consultationId: string): string {
  return `${consultationStreams}${consultationId}`;
}

export function isConsultation(payload: unknown): payload is ConsultationPayload {
  return consultation.safeParse(payload).success;
}

export function isConsulted(payload: unknown): payload is ConsultedPayload {
  return consulted.safeParse(payload).success;
}

export function isConsultationRoute(payload: unknown): payload is ConsultationRoutePayload {
  return route.safeParse(payload).success;
}
