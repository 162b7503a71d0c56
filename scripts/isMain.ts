import { pathToFileURL } from 'node:url';

/** Whether a module is the program that was started, and not one that another reads from. @param address its `import.meta.url` */
export function isMain(address: string): boolean {
  return address === pathToFileURL(process.argv[1] ?? '').href;
}
