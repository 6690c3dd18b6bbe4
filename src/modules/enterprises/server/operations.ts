/** Everything that the outside can do with enterprises. Lists and the timeline are in reporting. */
export { changeFacts, readFacts } from './factsOperations.ts';
export { addContact, changeContact, removeContact } from './contactOperations.ts';
