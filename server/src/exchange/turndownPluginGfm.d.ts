declare module '@joplin/turndown-plugin-gfm' {
  import type TurndownService from 'turndown';

  /** Tables as Markdown has them; those it has no words for stay HTML. */
  export const tables: TurndownService.Plugin;
}
