/** A VS Code that is available from the npm registry, inside the package `code-server`. */
export interface HostVersion {
  readonly name: 'oldest' | 'newest';
  /** The VS Code inside, for people to read. */
  readonly vscode: string;
  readonly codeServer: string;
  /** The major version of Node it needs, where that is newer than our own oldest. */
  readonly node?: string;
}

/** The oldest VS Code we support (`engines.vscode`) and the newest we try. */
const hostVersions: readonly HostVersion[] = [
  { name: 'oldest', vscode: '1.99.3', codeServer: '4.99.4' },
  { name: 'newest', vscode: '1.139.1', codeServer: '4.139.1', node: '24' },
];

/** The version of that name. @throws naming the names there are */
export function hostVersion(name: string): HostVersion {
  const version = hostVersions.find((v) => v.name === name);
  if (version) return version;
  throw new Error(`There is no VS Code “${name}” here. Use ${hostVersions.map((v) => v.name).join(' or ')}.`);
}
