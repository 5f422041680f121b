// Called by .vscode/tasks.json, before the host tests are debugged.
import { bundleForHost } from './bundles.mjs';

for (const host of /** @type {const} */ (['node', 'web'])) console.log(await bundleForHost(host));
