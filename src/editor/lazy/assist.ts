/** What helps a person to say what is meant: bounds and guesses, and the pickers. Loaded at the first command. */
export { guessForm, mayBecomeAlias } from '../../suggest/form';
export { NameFinder } from '../../suggest/names';
export { properNameAt } from '../../suggest/properName';
export { guessSourceKind, sourceAt } from '../../suggest/reference';
export { sentenceAt } from '../../suggest/sentences';
export { boilerplate, headings, paragraphAt } from '../../suggest/structure';
export { askActor } from '../pickers/actorPicker';
export { askChanges } from '../pickers/annotationEditor';
export { pickAnnotation } from '../pickers/annotationPicker';
export { askClaim } from '../pickers/claimPicker';
export { askExclusions } from '../pickers/exclusionPicker';
export { askExport } from '../pickers/exportPicker';
export { askLink, askLinkToRemove } from '../pickers/linkPicker';
export { askMetadata } from '../pickers/metadataPicker';
export { askSource } from '../pickers/sourcePicker';
export { askStatus } from '../pickers/statusPicker';
export { askTopic } from '../pickers/topicPicker';
export { askActorToVisit } from '../pickers/visitPicker';
