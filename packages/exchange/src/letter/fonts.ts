import { createRequire } from 'node:module';

/** Two weights of one family, as files: a letter embeds the glyphs it uses of them. */
export interface LetterFonts {
  readonly normal: string;
  readonly bold: string;
}

const family = '@expo-google-fonts/noto-sans-sc';

/** Noto Sans SC where it is installed. TTF: the web formats are slow to read or embed whole. */
export function findFonts(): LetterFonts {
  const { resolve } = createRequire(import.meta.url);
  return {
    normal: resolve(`${family}/400Regular/NotoSansSC_400Regular.ttf`),
    bold: resolve(`${family}/700Bold/NotoSansSC_700Bold.ttf`),
  };
}
