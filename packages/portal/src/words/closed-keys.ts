/** Keys of cards whose values are codes of closed lists; elsewhere the same word may be a name. */
export const closedKeys: ReadonlySet<string> = new Set(
  [
    'about access after asks-for authorisation because begins breach burden by carries category',
    'class clock-from conditions confidence confirms conflicts consent counted-from counts',
    'dates depends-on disclosure disputed document does effect ended-records ends erased-within',
    'extension filters finding for for-others found from geography granted hit journal kind kinds',
    'languages limits may merged-with modality model must-be needs notice number on-late',
    'on-late-ground once-by order paid part person presiding proposes protects publicity published rank',
    'realm reason recall receipts recorded-as renew repeal round sanction scope selection',
    'seal seriousness service set-by shown-to shown-to-subject silence small-cells source-type stay',
    'detriment instead reuse way withdrawal',
    'clause payer point',
    'collected',
    'event goes what',
    'strata subjects term territory to touches type unit units uptake validator ways-out when when-ended',
    'within',
  ].flatMap((line) => line.split(' ')),
);
