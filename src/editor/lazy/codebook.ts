/** What changes the codebook, and many annotations at once. Loaded with the first such command. */
export { codebookCommands } from '../codebook/codebookCommands';
export { itemQuestions } from '../codebook/itemQuestions';
export { recodeByAsking, recodeShown } from '../codebook/recoding';
export { openArticles } from '../codebook/referring';
