/** A public key of the register, as it is published and as receipts name it. */
export interface PublicKey {
  /** First 16 hexadecimal digits of SHA-256 over the key's 32 bytes. */
  readonly keyId: string;
  readonly algorithm: 'Ed25519';
  /** Base64url of the key's 32 bytes. */
  readonly publicKey: string;
}

export interface Signature {
  readonly keyId: string;
  /** Base64url of the 64 bytes. */
  readonly signature: string;
}

/** Signs in the name of the register. The private key never leaves the implementation. */
export interface Signer {
  readonly key: PublicKey;
  sign(bytes: Uint8Array): Signature;
}
