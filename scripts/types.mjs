// dist/index.d.ts: the library's types in one file that needs no other package.
// The schema library's inferred types are written out, as their 1,500 lines of machinery help nobody.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { generateDtsBundle } from 'dts-bundle-generator';

const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;

/**
 * @param root folder of the project
 * @returns {string} the text of one declaration file
 */
export function bundleTypes(root) {
  const core = join(root, 'server/src/core');
  const config = ts.getParsedCommandLineOfConfigFile(join(core, 'tsconfig.json'), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail });
  const program = ts.createProgram([join(core, 'index.ts')], { ...config.options, composite: false, incremental: false, declaration: true });
  // inside the project, so that the types of packages are found
  const folder = join(root, 'dist', `types-${process.pid}`);
  try {
    emit(program, core, folder);
    const entry = { filePath: join(folder, 'index.d.ts'), output: { noBanner: true, sortNodes: true } };
    const [types] = generateDtsBundle([entry], { preferredConfigPath: writeConfig(folder) });
    return types;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function emit(program, core, folder) {
  const checker = program.getTypeChecker();
  const { diagnostics } = program.emit(undefined, (path, text, _mark, _error, sources) => {
    const out = join(folder, relative(core, sources[0].fileName).replace(/\.ts$/, '.d.ts'));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, writtenOut(checker, sources[0], text));
  }, undefined, true);
  if (diagnostics.length) fail(diagnostics[0]);
}

/** The declarations of a file with `type T = v.InferOutput<…>` as the type that it comes to. */
function writtenOut(checker, source, declarations) {
  const types = new Map(source.statements.filter(ts.isTypeAliasDeclaration).map(({ name }) => [name.text, name]));
  const { statements } = ts.createSourceFile('d.ts', declarations, ts.ScriptTarget.ES2022);
  const inferred = statements.filter((node) => ts.isTypeAliasDeclaration(node) && /\bInfer(Out|In)put</.test(declarations.slice(node.type.pos, node.type.end)));
  return inferred.reverse().reduce((out, { name, type }) => {
    const here = types.get(name.text);
    const whole = checker.typeToString(checker.getTypeAtLocation(here), here, FLAGS);
    return `${out.slice(0, type.pos)} ${whole}${out.slice(type.end)}`;
  }, declarations);
}

function writeConfig(folder) {
  const path = join(folder, 'tsconfig.json');
  const compilerOptions = { module: 'nodenext', moduleResolution: 'nodenext', target: 'es2022', lib: ['es2022'], types: [], strict: true, skipLibCheck: true };
  writeFileSync(path, JSON.stringify({ compilerOptions, include: ['index.d.ts'] }));
  return path;
}

function fail(diagnostic) {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}
