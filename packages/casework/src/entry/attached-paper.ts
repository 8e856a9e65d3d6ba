import { z } from 'zod';

/** What a file may be, found by its content and never by its name. */
export const paperTypes = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'] as const;
export type PaperType = (typeof paperTypes)[number];

/** A file as an act names it. Its bytes lie beside the journal, so that they can be erased. */
export const attachedPaper = z
  .strictObject({
    /** As whoever sent it called it, without folders and marks that mislead. */
    name: z.string().regex(/\S/).max(200),
    /** Hex digest of the bytes as they are kept; taken here, whatever the sender said. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(1),
    type: z.enum(paperTypes),
    /** The point of the same act that it shows, from 1; absent: it belongs to the whole. */
    point: z.int().min(1).exactOptional(),
  })
  .readonly();
export type AttachedPaper = z.output<typeof attachedPaper>;
