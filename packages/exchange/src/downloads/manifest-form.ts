import type { DownloadManifest } from '@credence/casework';

/** Whether a text on the shelf is a manifest of this version; only our own writing lies there. */
export function isManifest(content: unknown): content is DownloadManifest {
  if (typeof content !== 'object' || content === null) return false;
  const form: unknown = 'form' in content ? content.form : undefined;
  const files: unknown = 'files' in content ? content.files : undefined;
  return form === 'credence-download@1' && Array.isArray(files);
}
