/** What befell the store, for the log of whoever runs it; never anything about its content. */
export type StoreEvent =
  | { readonly kind: 'store-lost'; readonly reason: string }
  | { readonly kind: 'store-back'; readonly afterMs: number }
  | { readonly kind: 'thread-restarted' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'disk-has-room' }
  | { readonly kind: 'writing-stopped'; readonly sqlState: string }
  | { readonly kind: 'clock-skew'; readonly skewMs: number }
  | { readonly kind: 'clock-right' };

export type OnStoreEvent = (event: StoreEvent) => void;
