import type { Source } from '../core/index.js';
import type { SiteTitles } from './siteTitles.js';

/** A text, and where it lies, if it does. */
type Located = Source & { readonly path: string | undefined };

/** A file's text as the engine takes it: an article may have its title from the navigation of its site. @param titleOf looks there */
export async function sourceOfFile<S extends Located>({ path, ...source }: S, titleOf: SiteTitles): Promise<Omit<S, 'path'> & { readonly title?: string }> {
  const title = source.kind === 'article' && path !== undefined ? await titleOf(path) : undefined;
  return { ...source, ...(title !== undefined && { title }) };
}
