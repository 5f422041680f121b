/** What a person does about annotations whose place isn't sure. Loaded when the first of them is seen. */
export { Attending } from '../attention/attending';
export { AttentionCommands } from '../attention/commands';
