import { pinyin } from 'pinyin-pro';

export interface PinyinKeys {
  /** Syllables without tones and spaces, Latin letters and digits in between as they are. */
  readonly full: string;
  /** First letters of the syllables, Latin letters and digits in between as they are. */
  readonly initials: string;
}

const HAN = /\p{Script=Han}/u;
const HAN_OR_OTHER = /\p{Script=Han}+|\P{Script=Han}+/gu;
const NOT_ASCII = /[^a-z0-9]/g;

/** Pinyin of a folded name, so that 重庆 is chongqing and 银行 yinhang; empty without any Han. */
export function spellPinyin(folded: string): PinyinKeys {
  if (!HAN.test(folded)) return { full: '', initials: '' };
  let full = '';
  let initials = '';
  for (const [part] of folded.matchAll(HAN_OR_OTHER)) {
    if (!HAN.test(part)) {
      const latin = part.replace(NOT_ASCII, '');
      full += latin;
      initials += latin;
      continue;
    }
    // `v` for ü is what keyboards produce.
    for (const syllable of pinyin(part, { toneType: 'none', type: 'array', v: true })) {
      // A character without a known reading comes back as itself and leaves no key.
      const letters = syllable.replace(NOT_ASCII, '');
      full += letters;
      initials += letters.slice(0, 1);
    }
  }
  return { full, initials };
}
