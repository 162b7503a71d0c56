import type { PackService } from '../lsp/packService.js';
import type { PackItem, PackOwner } from '../lsp/protocol.js';
import { addSnippet, createPack, ownPlace, packsIn, placeIn, planAdd, planUpdate, PackError, removePack, type ListedPack, type PackPlace, type PackPlan, type PackWorld } from '../packs/index.js';

/** Where packs are kept, as this machine and its editor name it. */
export interface PackHost {
  readonly world: PackWorld;
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** Deskside's folder among the person's settings. */
  readonly own: string | undefined;
}

/** Packs for the language server's clients, as the command line gets them. */
export function packService(host: PackHost): PackService {
  return {
    list: async (owner) => (await packsIn(host.world, placeOf(host, owner))).map((listed) => itemOf(host, listed)),
    plan: async (owner, wish, progress) => {
      const place = placeOf(host, owner);
      const plan = 'add' in wish ? await planAdd(host.world, place, wish.add, place.base, progress) : await planUpdate(host.world, place, wish.update, wish.to, progress);
      return { planned: plannedOf(plan), apply: () => plan.apply() };
    },
    save: async (to, snippet, taken) => {
      const folder = 'folder' in to ? folderOf(host, to.folder) : await createPack(host.world, placeOf(host, to.owner), to.title);
      const { path, line, from, to: end } = await addSnippet(host.world, folder, snippet, taken);
      return { file: host.uriOf(path), select: { start: { line, character: from }, end: { line, character: end } } };
    },
    remove: (owner, name) => removePack(host.world, placeOf(host, owner), name),
  };
}

/** @throws PackError where there is no such place */
function placeOf({ pathOf, own }: PackHost, owner: PackOwner): PackPlace {
  const folder = owner === 'own' ? own : pathOf(owner.folder);
  if (folder === undefined) throw new PackError(owner === 'own' ? 'There is no home folder to keep your packs in.' : 'This folder is not on a disk, so that no pack can be added to it.');
  return owner === 'own' ? ownPlace(folder) : placeIn(folder);
}

/** @throws PackError where it is not on a disk */
function folderOf({ pathOf }: PackHost, uri: string): string {
  const folder = pathOf(uri);
  if (folder === undefined) throw new PackError('This pack is not on a disk, so that nothing can be written to it.');
  return folder;
}

function itemOf({ uriOf }: PackHost, { name, folder, pack, problem, entry, changedHere }: ListedPack): PackItem {
  const said = problem ? ` ${sentenceOf(problem)}` : '';
  const { title = name, version = '', description = `This pack cannot be read.${said}`, snippets = [], rules = [] } = pack ?? {};
  return { name, title, version, description, snippets: snippets.length, rules: rules.length, ...(entry && { source: entry.source }), folder: uriOf(folder), changedHere };
}

function plannedOf({ name, pack, from, to, changes, problems, changedHere, isNew }: PackPlan) {
  const said = problems.map(sentenceOf);
  return { name, title: pack.title, ...(from && { from: from.version }), to: to.version, changes, problems: said, changedHere, isNew };
}

function sentenceOf({ file, line = 1, message }: PackPlan['problems'][number]): string {
  return `${file}, line ${line}: ${message}`;
}
