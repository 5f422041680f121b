/** What annotates: the commands that change annotations, the pickers, bounds and guesses. Loaded at the first command. */
export { NameFinder } from '../../suggest/names';
export { showAnnotateKeys } from '../annotateMode/cheatSheet';
export { editNote } from '../annotateMode/editNote';
export { finishArticle } from '../annotateMode/finishArticle';
export { nextUncodedArticle } from '../annotateMode/nextUncodedArticle';
export { pin, tagPinned } from '../annotateMode/pins';
export { tagActorEverywhere, tagActorHere } from '../annotateMode/tagActorHere';
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
export { tagActor } from '../commands/tagActor';
export { tagClaim } from '../commands/tagClaim';
export { tagPassage } from '../commands/tagPassage';
export { tagSource } from '../commands/tagSource';
export { showMenu } from '../menu';

export { askStatus } from '../pickers/statusPicker';
export { askActorToVisit } from '../pickers/visitPicker';
