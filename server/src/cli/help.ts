/** What `--help` prints. At most 80 columns wide. */
export const HELP = `Deskside reads drafted support replies and help articles as a good team lead
would, and offers the next words.

  deskside lint [path…]     read files, or folders of them
  deskside report [path…]   the same as a page for people to read
  deskside anatomy FILE     what a reply does, and which parts it lacks
  deskside rules [id]       what it looks for, and why
  deskside pack …           packs of snippets: bring them in, give them out
  deskside config PATH      what holds for a file or folder, and who says so
  deskside lsp --stdio      the language server, for editors to start
  deskside mcp [folder…]    the same answers for AI assistants, who start it
  deskside --version

deskside lint --help shows all options. Nothing ever leaves this machine.
`;

export const LINT_HELP = `deskside lint [path…]       read files, or folders of them (default: this one)
deskside lint -             read standard input

A file says what it is by its name (*.reply.md, *.reply), by “kind: article” in
its front matter, or by “kinds” in .deskside.yaml. Others are left alone, unless
you say what they are:

  --kind KIND               read every .md, .txt and .reply file as one of
                            reply, article, macro, note
  --audience AUDIENCE       who will read it: general or technical
  --preset PRESET           recommended, or all rules
  --config FILE             use this file instead of the nearest .deskside.yaml

What is shown:

  --min-severity SEVERITY   hint, info, warning or error, and what is above
  --all-findings            also those that a more severe one hides
  --format FORMAT           text, json, ndjson, sarif, junit, github, gitlab or
                            checkstyle
  --quiet                   only what makes the exit code 1
  --fail-on SEVERITY        exit with 1 from this severity on: error, warning
                            (default), info, hint, or never
  --max-warnings N          let so many warnings pass

What is done:

  --fix                     apply the fixes that are right whatever the context
  --fix-dry-run             show as a diff what --fix would change
  --changed[=REF]           read only what git says has changed since REF
                            (default: since the last commit)
  --baseline                record what is found now, and show only what is new
                            from then on; --prune-baseline takes out what is
                            mended
  --prune-ignores           take out ignores that nothing needs any more
  --cache[=DIR]             keep what is found (in .deskside-cache), and read
                            only what has changed the next time
  --stdin-filename FILE     the name of what comes through standard input

Archives of tickets, answered record by record as they come:

  --input FORMAT            ndjson or csv, from standard input
  --text-field FIELD        where the text stands (default: text); also
  --id-field, --kind-field  the id to answer with (id) and the kind (kind). In
                            ndjson, dots lead inside: ticket.comments.0.body
  --delimiter SIGN          of csv: one character, or tab (default: a comma)
  --columns NAMES           of csv without a header: a,b,c
  --skip-to LINE            pass over what comes before this line
  --first-line N            the first line's number, in a part of an archive
  --max-bad-lines N         so many may be unreadable (0), or any

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or a text
that could not be read.
`;

export const REPORT_HELP = `deskside report [path…]     reads as deskside lint does, and makes one page of
                            it: what was found by rule and folder, where to
                            begin, reading grade, length, and what to write
                            instead

  --out FILE                where the page goes (default: report.html), or -
  --git N                   show how it changes: reads N of the past commits
  --since DATE              no commits older than that
  --history FOLDER          the same from earlier runs, one file each, named by
                            their dates: deskside lint --format json
  --kind, --audience, --preset, --config, --min-severity
                            as for deskside lint

The page is one file. It opens in any browser, needs no network, and prints.
`;

export const ANATOMY_HELP = `deskside anatomy FILE       what each sentence of a reply does, who promises
                            what by when, and which parts are there or missing
deskside anatomy -          the same of standard input
  --format FORMAT           text or json
  --config, --audience, --preset
                            as for deskside lint

Exit code: 0 it was read, 2 it could not be.
`;

export const RULES_HELP = `deskside rules [id]         every rule, or those of a category, with the reason
  --format FORMAT           text or json
  --config FILE             use this file instead of the nearest .deskside.yaml
  --audience, --preset      as for deskside lint
`;

export const PACK_HELP = `deskside pack add SOURCE…   get packs: npm:NAME@VERSION, a git address with
                            #TAG, a .zip file or a folder
deskside pack update [NAME…] get them again; shows what is new
  --yes                     and put it in place
  --to VERSION              another version, tag, branch or commit
deskside pack remove NAME…  take packs away again
  --yes                     also those whose files were changed here
deskside pack list          the packs there are, and where they came from
  --user                    your own packs, for all projects
  --format FORMAT           of list: text or json

deskside pack check [DIR…]  read packs as a good editor would: wording, links,
                            fields, prefixes, their own examples and tests
                            (default: the pack here, or the project's)
  --fail-on SEVERITY        exit with 1 from this severity on: error, warning
                            (default), info, hint, or never
  --format FORMAT           text or json

deskside pack import FILE --from FORMAT --to DIR
                            make a pack of texts that are saved elsewhere
deskside pack export DIR --to FORMAT [--out FILE]
                            give a pack’s snippets to another product; without
                            --out on standard output
  --force                   replace files that are there already

FORMAT is one of vscode, espanso, textexpander, textblaze, zendesk, intercom,
gorgias, helpscout, front.
docs/import-export.md says what each can hold.

Exit code: 0 all is well, 1 findings from --fail-on on, or texts or files of a
pack that had to be left out, 2 it did not work.
`;

export const CONFIG_HELP = `deskside config PATH        what the file is, the settings that hold for it, and
                            the file and line that each of them comes from; of
                            a folder, what its texts are
  --format FORMAT           text or json
  --config, --audience, --preset
                            as for deskside lint
`;

export const LSP_HELP = `deskside lsp --stdio        the language server on standard input and output

Editors start it. docs/editors.md shows how in Neovim, Zed and others.
`;

export const MCP_HELP = `deskside mcp [folder…]      answers AI assistants on standard input and output,
                            by the Model Context Protocol

Assistants start it. docs/assistants.md shows how in VS Code, Claude, Cursor and
others. It reads files below these folders alone (default: this one), and the
settings and packs that their .deskside.yaml names; it writes none, and asks no
network. What an assistant does with its answers, and with your drafts, is
between you and that assistant.
`;
