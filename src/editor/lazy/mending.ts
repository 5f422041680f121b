/** What is needed where a sidecar or codebook can't be read, written or merged in silence. Loaded when that happens first. */
export { offerInterrupted } from '../bulk/interrupted';
export { writeTogether } from '../bulk/writeTogether';
export { chooseVersions } from '../mending/choosing';
export { forget, keep, offerKept } from '../mending/kept';
export { setAside } from '../mending/marked';
export { codebooks, sidecars } from '../mending/menders';
export { rescueFile } from '../mending/rescuing';
export { saveAs } from '../mending/saveAs';
export { tellDisagreement } from '../mending/tellDisagreement';
