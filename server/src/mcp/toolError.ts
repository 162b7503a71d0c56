/** A tool cannot do what it was asked. The message is for the model, and says the way out. */
export class ToolError extends Error {}
