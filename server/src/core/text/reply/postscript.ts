/** How a paragraph begins that is written below the sign-off: `PS`, `P.S.`, `P. S.` */
export const POSTSCRIPT = /^p\.?\s?s\b/i;

/** As much of a paragraph as the mark of a postscript takes, in UTF-16 units. */
export const LONGEST_MARK = 6;
