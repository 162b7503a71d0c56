/**
 * Conditions and loops of help desks: `{% if … %}` of Liquid, `{{#if …}}` of Handlebars. They run in their product alone;
 * a pack holds them as the text they are. Global.
 */
export const CONDITION =
  /\{%-?\s*(?:if|elsif|else|endif|unless|endunless|case|when|endcase|for|endfor|assign|capture|endcapture|comment|endcomment|raw|endraw)\b[^%\n]{0,300}%\}|\{\{~?\s*(?:[#/^][^{}\n]{1,300}|else(?:\s[^{}\n]{1,300})?~?)\}\}/gu;
