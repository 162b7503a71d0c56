declare const DESKSIDE_VERSION: string | undefined;

/** The version that was bundled; run from source, there is none. */
export const version = typeof DESKSIDE_VERSION === 'string' ? DESKSIDE_VERSION : '0.0.0';
