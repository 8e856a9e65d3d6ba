export * from './canonical/canonical-json.ts';
export * from './encoding/base64url.ts';
export * from './encoding/hex.ts';
export * from './hash/commitment.ts';
export * from './hash/sha256.ts';
export * from './identity/uuid-v7.ts';
export * from './signature/verify-signature.ts';
