/** What changes the codebook, and many annotations at once. Loaded with the first such command. */
export { codebookCommands } from '../codebook/codebookCommands';
