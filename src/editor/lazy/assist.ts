/** What annotates: the commands that change annotations, the pickers, bounds and guesses. Loaded at the first command. */
export { showAnnotateKeys } from '../annotateMode/cheatSheet';
export { editNote } from '../annotateMode/editNote';
export { finishArticle } from '../annotateMode/finishArticle';
export { pin, tagPinned } from '../annotateMode/pins';
export { tagActorHere } from '../annotateMode/tagActorHere';
export { tagClaimLikeLast } from '../annotateMode/tagClaimLikeLast';
export { editArticleMetadata, exclude, include, setCodingStatus } from '../commands/articleCommands';
export {
  editAnnotation,
  editByAsking,
  extendAnnotation,
  removeAnnotation,
  resizeAnnotation,
} from '../commands/editing';
export { link, linkByAsking, unlink } from '../commands/linking';
export { Jumps } from '../commands/jumping';
export { tagActor } from '../commands/tagActor';
export { tagClaim } from '../commands/tagClaim';
export { tagPassage } from '../commands/tagPassage';
export { tagSource } from '../commands/tagSource';
export { showMenu } from '../menu';
export { askExport } from '../pickers/exportPicker';
