// The package's own types import each other without extensions, which Node's resolution refuses.
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 't'; to: 'cn' }): (text: string) => string;
}
